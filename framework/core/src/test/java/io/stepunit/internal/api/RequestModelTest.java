package io.stepunit.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation that the API's model names is there, and refuses with the errors it names. */
class RequestModelTest {
  private static final String HOME = "arn:aws:states:us-east-1:123456789012:";
  private static final String MACHINE = HOME + "stateMachine:none";

  /** Errors that every operation may have and the model does not name. */
  private static final List<String> COMMON =
      List.of("ValidationException", "AccessDeniedException");

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  static List<String> operations() {
    return RequestModel.operations();
  }

  @Test
  void it_has_all_operations() {
    assertThat(operations()).hasSize(37).doesNotHaveDuplicates();
  }

  /** A request of the operation that names only what is not there. */
  private static Map<String, Object> about(String operation) {
    return Map.ofEntries(
        Map.entry("stateMachineArn", MACHINE),
        Map.entry("executionArn", HOME + "execution:none:one"),
        Map.entry("mapRunArn", HOME + "mapRun:none/Rows:one"),
        Map.entry("activityArn", HOME + "activity:none"),
        Map.entry("stateMachineAliasArn", MACHINE + ":live"),
        Map.entry("stateMachineVersionArn", MACHINE + ":1"),
        Map.entry("resourceArn", MACHINE),
        Map.entry("taskToken", "none"),
        Map.entry("name", operation.startsWith("create") ? "a_b" : "one"),
        Map.entry("definition", "{}"),
        Map.entry("roleArn", "role"),
        Map.entry("output", "{}"),
        Map.entry("tags", List.of()),
        Map.entry("tagKeys", List.of()),
        Map.entry(
            "routingConfiguration",
            List.of(Map.of("stateMachineVersionArn", MACHINE + ":1", "weight", 100))));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void each_operation_answers_or_refuses_with_an_error_that_the_model_names(String operation) {
    Map<String, Object> request = new HashMap<>(about(operation));
    if (operation.equals("listExecutions")) {
      request.remove("mapRunArn");
    }

    StepFunctionsException refusal =
        catchThrowableOfType(
            () -> env.api().call(operation, request), StepFunctionsException.class);

    if (refusal != null) {
      assertThat(Stream.concat(RequestModel.errors(operation).stream(), COMMON.stream()))
          .contains(refusal.error());
    }
  }

  @Test
  void names_of_tasks_are_found_at_any_depth_and_data_stay_as_they_are() {
    assertThat(
            RequestModel.asRequest(
                "startExecution",
                Json.parse("{\"StateMachineArn\": \"a\", \"Input\": {\"OrderId\": 7}}")))
        .isEqualTo(Json.parse("{\"stateMachineArn\": \"a\", \"input\": {\"OrderId\": 7}}"));
    assertThat(
            RequestModel.asRequest(
                "createStateMachineAlias",
                Json.parse("{\"RoutingConfiguration\": [{\"Weight\": 100}], \"Other\": 1}")))
        .isEqualTo(Json.parse("{\"routingConfiguration\": [{\"weight\": 100}], \"other\": 1}"));
    assertThatCode(() -> RequestModel.asRequest("noOperation", Json.parse("{}")))
        .doesNotThrowAnyException();
  }
}
