package io.stepunit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.WorkflowType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client of the API cannot ask of Express machines and executions. */
class ExpressApiTest {
  private static final String RATE =
      """
      {"StartAt": "Rate", "States": {
        "Rate": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:rate",
          "End": true}}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  @ParameterizedTest
  @ValueSource(strings = {"DescribeExecution", "GetExecutionHistory", "StopExecution"})
  void cannot_ask_for_an_express_execution(String operation) {
    TestStateMachine child = env.define("quote", RATE, WorkflowType.EXPRESS);
    child.mock("Rate").returns("1");
    String arn = child.run("{}").arn();

    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(() -> env.api().call(operation, Map.of("executionArn", arn)))
        .withMessage("InvalidArn: Invalid Arn: 'Resource type not valid in this context: express'");
  }

  @Test
  void cannot_list_express_executions() {
    TestStateMachine child = env.define("quote", RATE, WorkflowType.EXPRESS);

    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(() -> env.api().listExecutions(child.arn()))
        .withMessage(
            "StateMachineTypeNotSupported: This operation is not supported by this type of state"
                + " machine");
  }
}
