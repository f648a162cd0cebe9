package io.stepunit.mock;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/handlers.md, compiled and run. */
class HandlersDocTest {
  private static final Map<String, Object> ORDER = Map.of("id", 7, "amount", 12);

  private final TestStateMachine order =
      StepFunctionsEnvironment.create()
          .define(
              "order",
              """
              {
                "StartAt": "Charge",
                "States": {
                  "Charge": {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::lambda:invoke",
                    "Parameters": {"FunctionName": "charge-fn:live", "Payload.$": "$"},
                    "ResultSelector": {"receipt.$": "$.Payload"},
                    "Next": "Ship"
                  },
                  "Ship": {
                    "Type": "Task",
                    "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ship-fn",
                    "Next": "Approve"
                  },
                  "Approve": {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
                    "Parameters": {
                      "FunctionName": "${MailFunction.Arn}",
                      "Payload": {"token.$": "$$.Task.Token"}
                    },
                    "End": true
                  }
                }
              }
              """);

  record ChargeRequest(int id, int amount) {}

  record Receipt(String number) {}

  // What the document shows is a class of a team's own.
  @SuppressWarnings("ClassCanBeStatic")
  class ChargeHandler implements RequestHandler<ChargeRequest, Receipt> {
    @Override
    public Receipt handleRequest(ChargeRequest request, Context context) {
      if (request.amount() > 100) {
        throw new CardDeclinedException("over the limit");
      }
      return new Receipt("r-" + request.id());
    }
  }

  static final class CardDeclinedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CardDeclinedException(String message) {
      super(message);
    }
  }

  static final class ShipHandler implements RequestStreamHandler {
    @Override
    public void handleRequest(
        java.io.InputStream input, java.io.OutputStream output, Context context)
        throws IOException {
      input.transferTo(output);
    }
  }

  @Test
  void a_handler() {
    order.lambda("charge-fn").handledBy(new ChargeHandler());

    assertThat(order.run(Map.of("id", 7, "amount", 900)).error())
        .contains(CardDeclinedException.class.getName());
  }

  @Test
  void forms() {
    order.lambda("charge-fn").handledBy(new ChargeHandler());
    order.lambda("ship-fn").handledBy(new ShipHandler());
    order.lambda("MailFunction").handledBy(Map.class, (event, context) -> "sent");

    RunningExecution run = order.start(ORDER).runUntilParked();
    run.token("Approve").succeed(Map.of("by", "kim"));

    Execution done = run.finish();
    assertThat(done.outputAt("$.by")).hasToString("Optional[\"kim\"]");
    assertThat(done.visits("Ship").get(0).outputAt("$.receipt.number"))
        .hasToString("Optional[\"r-7\"]");
  }

  @Test
  void time() {
    order
        .lambda("charge-fn")
        .timeout(ofSeconds(30))
        .handledBy(new ChargeHandler())
        .taking(ofSeconds(2))
        .thenFails("Sandbox.Timedout", "Task timed out after 30.00 seconds")
        .taking(ofSeconds(30));
    order.mock("Ship").fails("Carrier.Down");

    assertThat(order.run(ORDER).duration()).isEqualTo(ofSeconds(2));
  }
}
