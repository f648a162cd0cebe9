package io.stepunit.api;

import static io.stepunit.api.ApiCalls.ARN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescribeStateMachineTest {
  private static final String ROWS =
      """
      {"StartAt": "Rows", "States": {"Rows": {"Type": "Map", "Label": "Lines", "End": true,
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
          "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}}""";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final ApiCalls calls = new ApiCalls(env);

  @Test
  void leaves_the_definition_out_where_no_data_are_asked_for() {
    calls.create(ROWS, "publish", true);

    for (String arn : new String[] {ARN, ARN + ":1"}) {
      JsonNode described =
          calls.call(
              "DescribeStateMachine", "stateMachineArn", arn, "includedData", "METADATA_ONLY");
      assertThat(described.get("definition").textValue()).isEqualTo("{}");
      assertThat(described.get("stateMachineArn").textValue()).isEqualTo(arn);
    }
  }

  @Test
  void tells_what_the_children_of_a_labelled_map_run_even_where_no_data_are_asked_for() {
    calls.create(ROWS);

    JsonNode described =
        calls.call(
            "DescribeStateMachine",
            "stateMachineArn",
            ARN + "/Lines",
            "includedData",
            "METADATA_ONLY");

    assertThat(Json.parse(described.get("definition").textValue()))
        .isEqualTo(
            Json.parse(
                "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Pass\", \"End\": true}}}"));
    assertThat(described.get("label").textValue()).isEqualTo("Lines");
    assertThat(described.get("name").textValue()).isEqualTo("orders");
    assertThat(described.get("type").textValue()).isEqualTo("EXPRESS");
    calls.assertRefused(
        "StateMachineDoesNotExist: State Machine Does Not Exist: '" + ARN + "/Other'",
        "DescribeStateMachine",
        "stateMachineArn",
        ARN + "/Other");
  }

  @Test
  void keeps_the_names_of_states_as_they_are_for_a_task_too() {
    env.define(
        "orders",
        """
        {"QueryLanguage": "JSONata", "StartAt": "first", "States": {
          "first": {"Type": "Pass", "Assign": {"small": 1}, "Next": "second"},
          "second": {"Type": "Pass", "Output": "{% $small %}", "End": true}}}""");
    TestStateMachine caller =
        env.define(
            "caller",
            """
            {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true,
              "Resource": "arn:aws:states:::aws-sdk:sfn:describeStateMachine",
              "Parameters": {"StateMachineArn": "%s"}}}}"""
                .formatted(ARN));

    assertThat(caller.run(Map.of()).output().orElseThrow().get("VariableReferences"))
        .isEqualTo(Json.parse("{\"second\": [\"small\"]}"));
  }
}
