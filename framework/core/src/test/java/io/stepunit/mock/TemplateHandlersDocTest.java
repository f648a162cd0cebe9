package io.stepunit.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.load.DefinitionSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/handlers.md on templates, compiled and run. */
class TemplateHandlersDocTest {
  private static final String TEMPLATE =
      """
      Resources:
        OrderMachine:
          Type: AWS::Serverless::StateMachine
          Properties:
            Definition:
              StartAt: Charge
              States:
                Charge:
                  Type: Task
                  Resource: !GetAtt ChargeFunction.Arn
                  End: true
        ChargeFunction:
          Type: AWS::Serverless::Function
          Properties:
            Handler: %s::handleRequest
            Environment:
              Variables:
                GATEWAY_URL: https://gateway
      """
          .formatted(ChargeHandler.class.getName());

  private final String gateway = "https://test";
  private final Container applicationContext = new Container();

  public static class ChargeHandler implements RequestHandler<Map<String, Object>, String> {
    private final String gateway;

    public ChargeHandler() {
      this("https://default");
    }

    ChargeHandler(String gateway) {
      this.gateway = gateway;
    }

    @Override
    public String handleRequest(Map<String, Object> order, Context context) {
      return gateway;
    }
  }

  private static final class Container {
    <T> T getBean(Class<T> type) {
      return type.cast(new ChargeHandler("https://container"));
    }
  }

  private static TestStateMachine order() {
    return StepFunctionsEnvironment.create().load(DefinitionSource.text("template.yaml", TEMPLATE));
  }

  @Test
  void wired() {
    TestStateMachine order = order();

    order.lambdas().fromTemplate();

    assertThat(order.run("{}").output()).hasToString("Optional[\"https://default\"]");
  }

  @Test
  void supplied() {
    TestStateMachine order = order();

    order
        .lambdas()
        .made(ChargeHandler.class, () -> new ChargeHandler(gateway))
        .madeBy(applicationContext::getBean)
        .fromTemplate();

    assertThat(order.run("{}").output()).hasToString("Optional[\"https://test\"]");
  }

  @Test
  void with_variables() {
    TestStateMachine order = order();

    order
        .lambdas()
        .madeWith((type, variables) -> new ChargeHandler(variables.get("GATEWAY_URL")))
        .fromTemplate();

    assertThat(order.run("{}").output()).hasToString("Optional[\"https://gateway\"]");
    assertThat(order.lambdas().environmentOf("ChargeFunction"))
        .containsEntry("GATEWAY_URL", "https://gateway");
  }
}
