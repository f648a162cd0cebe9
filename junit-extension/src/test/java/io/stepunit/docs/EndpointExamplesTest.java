package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The code of docs/guide/endpoint.md. */
class EndpointExamplesTest {
  /** Stands for a script in another language, which takes the address from its environment. */
  private static final List<String> PLACE_ORDERS =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-cp",
          System.getProperty("java.class.path"),
          PlaceOrders.class.getName());

  /** The script. */
  static final class PlaceOrders {
    public static void main(String[] none) throws Exception {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(System.getenv("AWS_ENDPOINT_URL_SFN")))
              .header("X-Amz-Target", "AWSStepFunctions.StartExecution")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      """
                      {"stateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:order"}
                      """))
              .build();
      HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
  }

  @Nested
  @StateMachineTest("order.asl.json")
  class PlaceOrdersTest {

    @Test
    void the_script_places_an_order(TestStateMachine order, StepFunctionsEnvironment env)
        throws Exception {
      order.mock("Charge").returns(Map.of("paid", true));
      order.mock("Ship").returns(Map.of("number", "T-9"));
      ProcessBuilder script = new ProcessBuilder(PLACE_ORDERS);
      script.environment().put("AWS_ENDPOINT_URL_SFN", env.endpoint().uri().toString());

      script.start().waitFor();

      assertThat(order.execution()).isSucceeded().hasPath("Charge", "Ship");
    }
  }
}
