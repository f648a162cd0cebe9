package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.api.StepFunctionsApi;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.history.ExecutionStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of docs/guide/api.md. */
class ApiExamplesTest {
  private static final Map<String, Object> ORDER = Map.of("amount", 12);
  private static final String DEFINITION =
      """
      {"StartAt": "Pause", "States": {"Pause": {"Type": "Wait", "Seconds": 1, "Next": "Done"},
        "Done": {"Type": "Pass", "Result": "first", "End": true}}}""";
  private static final String CHANGED = DEFINITION.replace("first", "second");

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine orders = env.define("orders", DEFINITION);

  @Test
  void names() {
    StepFunctionsApi api = env.api();
    String arn = api.startExecution(orders.arn(), "order-7", ORDER);

    assertThat(api.startExecution(orders.arn(), "order-7", ORDER)).isEqualTo(arn);
    assertThatThrownBy(() -> api.startExecution(orders.arn(), "order-7", Map.of("amount", 13)))
        .isInstanceOf(StepFunctionsException.class)
        .hasMessage("ExecutionAlreadyExists: Execution Already Exists: '" + arn + "'");
    assertThat(api.describeExecution(arn).status()).isEqualTo(ExecutionStatus.RUNNING);
  }

  @Test
  void a_second_version() {
    StepFunctionsApi api = env.api();
    api.call("PublishStateMachineVersion", Map.of("stateMachineArn", orders.arn()));
    JsonNode updated =
        api.call(
            "UpdateStateMachine",
            Map.of("stateMachineArn", orders.arn(), "definition", CHANGED, "publish", true));
    JsonNode alias =
        api.call(
            "CreateStateMachineAlias",
            Map.of(
                "name",
                "live",
                "routingConfiguration",
                List.of(
                    Map.of("stateMachineVersionArn", orders.arn() + ":1", "weight", 90),
                    Map.of("stateMachineVersionArn", orders.arn() + ":2", "weight", 10))));

    String arn = api.startExecution(alias.get("stateMachineAliasArn").textValue(), ORDER);
    Execution run = api.describeExecution(arn);
    env.runToEnd();

    assertThat(updated.get("stateMachineVersionArn").textValue()).isEqualTo(orders.arn() + ":2");
    assertThat(run.stateMachineArn()).isEqualTo(orders.arn());
    assertThat(env.executions()).singleElement().satisfies(end -> assertThat(end).isSucceeded());
  }
}
