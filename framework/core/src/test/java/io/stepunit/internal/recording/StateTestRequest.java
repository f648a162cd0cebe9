package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.MockValidation;
import io.stepunit.StateTester;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.internal.json.Json;
import io.stepunit.teststate.InspectionLevel;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The request of a TestState call.
 *
 * @param definition of one state, or of a machine; JSON or its text
 * @param input a tree, or JSON text
 * @param members {@code inspectionLevel}, {@code stateName}, {@code mock} and the others
 */
public record StateTestRequest(JsonNode definition, Optional<?> input, JsonNode members) {
  /** The call, ready to be made. */
  public StateTester in(StepFunctionsEnvironment environment) {
    StateTester tester = state(environment);
    if (input.isPresent()) {
      tester = tester.input(input.get());
    }
    tester = given(tester, "inspectionLevel", (t, v) -> t.inspection(InspectionLevel.valueOf(v)));
    tester = given(tester, "context", StateTester::context);
    tester = given(tester, "variables", StateTester::variables);
    tester = given(tester, "roleArn", StateTester::roleArn);
    return mocked(configured(tester));
  }

  private StateTester state(StepFunctionsEnvironment environment) {
    String text = text(definition);
    return members.has("stateName")
        ? environment.define("recorded", text).state(members.get("stateName").textValue())
        : environment.state(text);
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : Json.text(value);
  }

  private StateTester given(
      StateTester tester, String field, BiFunction<StateTester, String, StateTester> setter) {
    return members.has(field) ? setter.apply(tester, text(members.get(field))) : tester;
  }

  private StateTester configured(StateTester tester) {
    JsonNode configuration = members.path("stateConfiguration");
    StateTester configured = tester;
    if (configuration.has("retrierRetryCount")) {
      configured = configured.retryCount(configuration.get("retrierRetryCount").intValue());
    }
    if (configuration.has("mapIterationFailureCount")) {
      configured =
          configured.mapIterationFailureCount(
              configuration.get("mapIterationFailureCount").intValue());
    }
    if (configuration.has("mapItemReaderData")) {
      configured = configured.mapItemReaderData(text(configuration.get("mapItemReaderData")));
    }
    return configuration.has("errorCausedByState")
        ? configured.errorCausedBy(configuration.get("errorCausedByState").textValue())
        : configured;
  }

  private StateTester mocked(StateTester tester) {
    JsonNode mock = members.path("mock");
    if (!mock.isMissingNode() && !mock.has("result")) {
      requireMade(mock, "errorOutput");
    }
    StateTester mocked = tester;
    if (mock.has("fieldValidationMode")) {
      mocked =
          mocked.validation(MockValidation.valueOf(mock.get("fieldValidationMode").textValue()));
    }
    if (mock.has("result")) {
      mocked = mocked.mockResult(text(mock.get("result")));
    }
    if (mock.has("errorOutput")) {
      JsonNode error = requireMade(mock.get("errorOutput"), "error");
      mocked = mocked.mockError(error.get("error").textValue(), error.get("cause").textValue());
    }
    return mocked;
  }

  /** Requests that AWS refuses because a member is missing cannot be made with a tester. */
  private static JsonNode requireMade(JsonNode object, String member) {
    if (!object.has(member)) {
      throw new IllegalArgumentException(
          "A StateTester has no call for a mock without '" + member + "': " + object);
    }
    return object;
  }
}
