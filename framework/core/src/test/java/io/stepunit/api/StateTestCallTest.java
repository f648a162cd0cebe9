package io.stepunit.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.internal.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TestState. */
class StateTestCallTest {
  private static final String TASK =
      """
      {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Then",
        "Parameters": {"FunctionName": "f"},
        "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 3, "MaxAttempts": 2}],
        "Catch": [{"ErrorEquals": ["Lost"], "ResultPath": "$.error", "Next": "Else"}]}
      """;
  private static final String MAP =
      """
      {"Type": "Map", "ItemsPath": "$.lines", "End": true, "MaxConcurrency": 2,
        "ToleratedFailurePercentage": 10, "ItemBatcher": {"MaxItemsPerBatch": 2},
        "ItemSelector": {"i.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value"},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
          "StartAt": "In", "States": {"In": {"Type": "Succeed"}}}}
      """;

  private final StepFunctionsApi api = StepFunctionsEnvironment.create().api();

  private JsonNode test(String definition, String members) {
    ObjectNode request = (ObjectNode) Json.parse("{" + members + "}");
    return api.call("TestState", request.put("definition", definition));
  }

  @Test
  void answers_with_texts() {
    JsonNode answer =
        test(
            TASK,
            """
            "input": "{\\"a\\": 1}", "inspectionLevel": "DEBUG", "mock": {"result": "{\\"Payload\\": \\"p\\"}"}
            """);

    assertThat(answer)
        .isEqualTo(
            Json.parse(
                """
                {"status": "SUCCEEDED", "nextState": "Then", "output": "{\\"Payload\\":\\"p\\"}",
                 "inspectionData": {"input": "{\\"a\\": 1}", "afterInputPath": "{\\"a\\": 1}",
                   "afterParameters": "{\\"FunctionName\\":\\"f\\"}", "result": "{\\"Payload\\":\\"p\\"}",
                   "afterResultSelector": "{\\"Payload\\":\\"p\\"}",
                   "afterResultPath": "{\\"Payload\\":\\"p\\"}"}}
                """));
  }

  @Test
  void writes_items_as_lists_of_json_texts() {
    JsonNode inspection =
        test(
                MAP,
                """
                "input": "{\\"lines\\":[7,{\\"x\\":1},\\"s\\"]}", "inspectionLevel": "TRACE",
                "mock": {"result": "[1,2]"}
                """)
            .get("inspectionData");

    assertThat(inspection.get("afterItemsPath").textValue()).isEqualTo("[7, {\"x\":1}, \"s\"]");
    assertThat(inspection.get("afterItemSelector").textValue())
        .isEqualTo("[{\"v\":7,\"i\":0}, {\"v\":{\"x\":1},\"i\":1}, {\"v\":\"s\",\"i\":2}]");
    assertThat(inspection.get("afterItemBatcher").textValue())
        .isEqualTo(
            "[{\"Items\":[\"{\\\"v\\\":7,\\\"i\\\":0}\",\"{\\\"v\\\":{\\\"x\\\":1},\\\"i\\\":1}\"]},"
                + " {\"Items\":[\"{\\\"v\\\":\\\"s\\\",\\\"i\\\":2}\"]}]");
    assertThat(inspection.get("maxConcurrency").intValue()).isEqualTo(2);
    assertThat(inspection.get("toleratedFailurePercentage").doubleValue()).isEqualTo(10.0);
  }

  @Test
  void tells_what_is_read_and_what_follows_of_an_error() {
    JsonNode retried =
        test(
            TASK,
            """
            "inspectionLevel": "DEBUG", "stateConfiguration": {"retrierRetryCount": 1},
            "mock": {"errorOutput": {"error": "Busy"}}
            """);
    JsonNode caught =
        test(
            TASK,
            """
            "inspectionLevel": "DEBUG", "mock": {"errorOutput": {"error": "Lost", "cause": "way"}}
            """);

    assertThat(retried.get("status").textValue()).isEqualTo("RETRIABLE");
    assertThat(retried.has("cause")).isFalse();
    assertThat(retried.at("/inspectionData/errorDetails"))
        .hasToString("{\"retryIndex\":0,\"retryBackoffIntervalSeconds\":6}");
    assertThat(caught.get("nextState").textValue()).isEqualTo("Else");
    assertThat(caught.get("output").textValue())
        .isEqualTo("{\"error\":{\"Error\":\"Lost\",\"Cause\":\"way\"}}")
        .isEqualTo(caught.at("/inspectionData/afterResultPath").textValue());
  }

  @Test
  void finds_a_state_of_a_machine_wherever_it_is() {
    String machine =
        """
        {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
          "StartAt": "In", "States": {"In": {"Type": "Pass", "Result": 7, "End": true}}}}}}
        """;

    assertThat(test(machine, "\"stateName\": \"In\"").get("output").textValue()).isEqualTo("7");
    assertRefused(
        machine, "\"stateName\": \"Out\"", "ValidationException", "State not found in definition");
  }

  @Test
  void replaces_the_whole_context() {
    assertThat(
            test(
                    "{\"Type\": \"Pass\", \"InputPath\": \"$$\", \"End\": true}",
                    "\"context\": \"{\\\"State\\\": {\\\"Name\\\": \\\"Mine\\\"}}\"")
                .get("output")
                .textValue())
        .isEqualTo("{\"State\":{\"Name\":\"Mine\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"mock\": {} | One of the following fields is required for a test mock: [result, errorOutput].",
        "\"mock\": {\"result\": \"null\"} | Mocked result must be a valid JSON object.",
        "\"mock\": {\"result\": \"no JSON\"} | Mocked result must be valid JSON",
        "\"mock\": {\"errorOutput\": {}} | An error was not specified in the mocked error output.",
        "\"mock\": {\"result\": \"{}\"}, \"revealSecrets\": true | TestState does not support RevealSecrets when a mock is specified.",
        "\"inspectionLevel\": \"INFO\" | RoleArn must be specified when testing a Task state",
        "\"mock\": {\"result\": \"{}\"}, \"stateConfiguration\": {\"mapIterationFailureCount\": 1} | MapIterationFailureCount is only supported when testing a Map state."
      })
  void refuses_what_aws_refuses_of_a_task(String members, String message) {
    assertRefused(TASK, members, "ValidationException", message);
  }

  @Test
  void refuses_a_state_that_is_not_valid() {
    assertRefused(
        "{\"Type\": \"Pass\", \"ResultSelector\": {}, \"End\": true}",
        "",
        "InvalidDefinition",
        "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Field 'ResultSelector' is not"
            + " supported at /States/StateName'");
  }

  @Test
  void accepts_a_mock_without_secrets() {
    assertThat(
            test(TASK, "\"mock\": {\"result\": \"{}\"}, \"revealSecrets\": false")
                .get("status")
                .textValue())
        .isEqualTo("SUCCEEDED");
  }

  @Test
  void refuses_scopes_within_a_state_that_are_not_valid() {
    assertRefused(
        """
        {"Type": "Parallel", "End": true, "Branches": [
          {"StartAt": "A", "States": {"A": {"Type": "Succeed"}, "B": {"Type": "Succeed"}}},
          {"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}]}
        """,
        "",
        "InvalidDefinition",
        "Invalid State Machine Definition: 'DUPLICATE_STATE_NAME: Duplicate State name: A at"
            + " /States/StateName/Branches[1]/States/A, MISSING_TRANSITION_TARGET: State \"B\" is"
            + " not reachable. at /States/StateName/Branches[0]/States/B'");
  }

  private void assertRefused(String definition, String members, String error, String message) {
    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(() -> test(definition, members))
        .satisfies(
            e -> {
              assertThat(e.error()).isEqualTo(error);
              assertThat(e.reason()).isEqualTo(message);
            });
  }
}
