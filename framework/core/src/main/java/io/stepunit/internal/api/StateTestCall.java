package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.ValidationSettings;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.load.LoneState;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.shape.FieldValidationMode;
import io.stepunit.internal.teststate.Refusals;
import io.stepunit.internal.teststate.StateConfiguration;
import io.stepunit.internal.teststate.TestMock;
import io.stepunit.internal.teststate.TestState;
import io.stepunit.internal.teststate.TestStateRequest;
import io.stepunit.load.DefinitionSource;
import io.stepunit.teststate.InspectionLevel;
import io.stepunit.teststate.TestStateException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** TestState: one attempt of one state. A Task is answered by the mock of the request alone. */
final class StateTestCall {
  /** What AWS calls a state that is given without a machine. */
  private static final String LONE_STATE = "StateName";

  private final Engine engine;

  StateTestCall(Engine engine) {
    this.engine = engine;
  }

  ObjectNode call(Request request) {
    try {
      TestState service =
          new TestState(
              engine.settings(),
              engine.clock(),
              task -> {
                throw new IllegalStateException(
                    "The Task calls %s, and nothing answers it: give the request a 'mock'."
                        .formatted(task.resource().arn()));
              });
      return StateTestAnswer.of(service.test(read(request)));
    } catch (TestStateException e) {
      throw new StepFunctionsException(e.error(), e.serviceMessage());
    } catch (InvalidDefinitionException e) {
      throw new StepFunctionsException("InvalidDefinition", e.serviceMessage());
    }
  }

  private TestStateRequest read(Request request) {
    State state = state(request);
    Optional<TestMock> mock = request.value("mock").map(given -> mock(new Request(given)));
    if (mock.isPresent() && request.flag("revealSecrets", false)) {
      throw Refusals.validation(
          "TestState does not support RevealSecrets when a mock is specified.");
    }
    Optional<String> role = request.optional("roleArn");
    if (mock.isEmpty() && role.isEmpty() && state instanceof TaskState) {
      throw Refusals.validation("RoleArn must be specified when testing a Task state");
    }
    return new TestStateRequest(
        state,
        SentData.input(request, engine.settings().limits().payloadBytes()),
        request
            .value("context")
            .map(given -> parsed(given, "Invalid Context object provided: must be valid JSON")),
        request.value("variables").map(StateTestCall::variables).orElse(Map.of()),
        mock.orElse(TestMock.NONE),
        request
            .value("stateConfiguration")
            .map(given -> configuration(new Request(given)))
            .orElse(StateConfiguration.NONE),
        request
            .optional("inspectionLevel")
            .map(InspectionLevel::valueOf)
            .orElse(InspectionLevel.INFO),
        role);
  }

  private static State state(Request request) {
    String definition = request.required("definition");
    Optional<String> name = request.optional("stateName");
    return name.isEmpty()
        ? LoneState.read(LONE_STATE, definition, ValidationSettings.DEFAULT)
            .graph()
            .state(LONE_STATE)
        : CompiledDefinition.of(
                DefinitionSource.text("definition.json", definition)
                    .load(ValidationSettings.DEFAULT)
                    .definition())
            .findState(name.get())
            .orElseThrow(() -> Refusals.stateNotFound(""));
  }

  private static TestMock mock(Request given) {
    TestMock mock =
        given
            .optional("fieldValidationMode")
            .map(FieldValidationMode::valueOf)
            .map(TestMock.NONE::checked)
            .orElse(TestMock.NONE);
    Optional<JsonNode> result = given.value("result");
    Optional<JsonNode> error = given.value("errorOutput");
    if (result.isEmpty() && error.isEmpty()) {
      throw Refusals.validation(
          "One of the following fields is required for a test mock: [result, errorOutput].");
    }
    if (result.isPresent()) {
      mock = mock.returning(parsed(result.get(), "Mocked result must be valid JSON"));
    }
    return error.isPresent() ? failing(mock, new Request(error.get())) : mock;
  }

  private static TestMock failing(TestMock mock, Request error) {
    return mock.failing(
        error
            .optional("error")
            .orElseThrow(
                () ->
                    Refusals.validation("An error was not specified in the mocked error output.")),
        error.optional("cause"));
  }

  private static StateConfiguration configuration(Request given) {
    StateConfiguration configuration =
        StateConfiguration.NONE.withRetrierRetryCount(
            given.json().path("retrierRetryCount").asInt(0));
    Optional<JsonNode> failures = given.value("mapIterationFailureCount");
    if (failures.isPresent()) {
      configuration = configuration.withMapIterationFailureCount(failures.get().asInt());
    }
    Optional<JsonNode> data = given.value("mapItemReaderData");
    if (data.isPresent()) {
      configuration =
          configuration.withMapItemReaderData(
              parsed(data.get(), "MapItemReaderData must be valid JSON"));
    }
    Optional<String> cause = given.optional("errorCausedByState");
    return cause.isPresent() ? configuration.withErrorCausedByState(cause.get()) : configuration;
  }

  private static Map<String, JsonNode> variables(JsonNode given) {
    Map<String, JsonNode> variables = new HashMap<>();
    parsed(given, "Variables must be valid JSON")
        .properties()
        .forEach(one -> variables.put(one.getKey(), one.getValue()));
    return variables;
  }

  /** JSON text, or JSON in its place. */
  private static JsonNode parsed(JsonNode given, String refusal) {
    try {
      return given.isTextual() ? Json.parseData(given.textValue()) : given;
    } catch (JsonTextException e) {
      throw Refusals.validation(refusal);
    }
  }
}
