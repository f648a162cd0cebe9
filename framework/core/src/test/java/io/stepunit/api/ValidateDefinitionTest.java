package io.stepunit.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** ValidateStateMachineDefinition. */
class ValidateDefinitionTest {
  private static final String LOST =
      """
      {"StartAt": "Nowhere", "States": {
        "One": {"Type": "Pass", "Next": "Lost"},
        "Two": {"Type": "Wait", "Seconds": -5, "End": true}}}
      """;

  private final StepFunctionsApi api = StepFunctionsEnvironment.create().api();

  private JsonNode validate(String definition, Map<String, Object> more) {
    Map<String, Object> request = new LinkedHashMap<>(more);
    request.put("definition", definition);
    return api.call("ValidateStateMachineDefinition", request);
  }

  @Test
  void has_nothing_to_say_of_a_valid_definition() {
    assertThat(
            validate(
                "\n{\"StartAt\": \"S\", \"States\": {\"S\": {\"Type\": \"Succeed\"}}}", Map.of()))
        .hasToString("{\"result\":\"OK\",\"diagnostics\":[],\"truncated\":false}");
  }

  @Test
  void tells_schema_errors_then_targets_then_what_is_not_reached() {
    JsonNode answer = validate(LOST, Map.of());

    assertThat(answer.get("result").asText()).isEqualTo("FAIL");
    assertThat(answer.get("diagnostics"))
        .extracting(one -> one.get("location").asText() + " " + one.get("message").asText())
        .containsExactly(
            "/States/Two/Seconds Minimum value is 0",
            "/StartAt Missing 'Next' target: Nowhere",
            "/States/One/Next Missing 'Next' target: Lost",
            "/States/One State \"One\" is not reachable.",
            "/States/Two State \"Two\" is not reachable.");
  }

  @Test
  void is_cut_after_as_many_results_as_were_asked_for() {
    JsonNode answer = validate(LOST, Map.of("maxResults", 2));

    assertThat(answer.get("diagnostics")).hasSize(2);
    assertThat(answer.get("truncated").asBoolean()).isTrue();
    assertThat(answer.get("result").asText()).isEqualTo("FAIL");
    assertThat(validate(LOST, Map.of("maxResults", 5)).get("truncated").asBoolean()).isFalse();
  }

  @Test
  void tells_warnings_only_when_asked_and_stays_ok() {
    String definition =
        """
        {"StartAt": "S", "States": {"S": {"Type": "Task", "End": true,
          "Resource": "arn:aws:states:::sqs:sendMessage",
          "Parameters": {"QueueUrl": "q", "MessageBody": {"id": "$.order.id"}}}}}
        """;

    assertThat(validate(definition, Map.of()).get("diagnostics")).isEmpty();
    assertThat(validate(definition, Map.of("severity", "ERROR")).get("diagnostics")).isEmpty();
    assertThat(validate(definition, Map.of("severity", "WARNING")))
        .isEqualTo(
            Json.parse(
                """
                {"result": "OK", "truncated": false, "diagnostics": [
                  {"severity": "WARNING", "code": "NO_DOLLAR", "location": "/States/S/Parameters",
                   "message": "The value of 'id' looks like a JSONPath. Instead of 'id', use 'id.$' to evaluate it as a JSONPath at runtime."}]}
                """));
  }

  @Test
  void tells_where_a_text_stops_being_json() {
    assertThat(validate("[1, oops]", Map.of()).get("diagnostics").get(0))
        .isEqualTo(
            Json.parse(
                """
                {"severity": "ERROR", "code": "INVALID_JSON_DESCRIPTION",
                 "message": "Unrecognized token 'oops': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\\n at [Source: (String)\\"[1, oops]\\"; line: 1, column: 9]",
                 "location": "[Source: (String)\\"[1, oops]\\"; line: 1, column: 9]"}
                """));
  }

  @Test
  void tells_what_an_express_machine_does_not_have() {
    String definition =
        """
        {"StartAt": "S", "States": {"S": {"Type": "Task", "End": true,
          "Resource": "arn:aws:states:us-east-1:123456789012:activity:a"}}}
        """;

    assertThat(validate(definition, Map.of("type", "STANDARD")).get("result").asText())
        .isEqualTo("OK");
    assertThat(validate(definition, Map.of("type", "EXPRESS")).get("diagnostics"))
        .extracting(one -> one.get("message").asText())
        .containsExactly("Express state machine does not support Activity ARN");
  }
}
