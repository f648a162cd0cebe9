package io.stepunit.internal.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.integration.Results;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.ParallelState;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.shape.FieldValidationMode;
import io.stepunit.internal.shape.ShapeCheck;
import io.stepunit.internal.text.Suggestion;
import io.stepunit.teststate.TestStateException;
import java.util.List;

/** What the service refuses before it looks at the state's data, in its words and its order. */
final class RequestChecks {
  private RequestChecks() {}

  /**
   * Checks a request.
   *
   * @throws TestStateException if the service would refuse it
   * @throws IllegalArgumentException if it asks for what makes no sense for the state
   */
  static void check(TestStateRequest request) {
    mock(request);
    configuration(request);
    request.context().ifPresent(context -> ContextChecks.check(context, request.state()));
  }

  private static void mock(TestStateRequest request) {
    State state = request.state();
    TestMock mock = request.mock();
    if (mock.result().isPresent() && mock.error().isPresent()) {
      throw Refusals.validation(
          "A test mock should have only one of the following fields: [result, errorOutput].");
    }
    if (!mock.isGiven()) {
      mockMissing(request);
    } else if (!isMockable(state)) {
      throw Refusals.validation(
          "State type '" + state.type().aslName() + "' is not supported when a mock is specified");
    }
    mock.result().ifPresent(result -> result(state, result, mock.validation()));
  }

  private static void mockMissing(TestStateRequest request) {
    if (request.configuration().mapIterationFailureCount().isPresent()) {
      throw Refusals.validation(
          "TestState does not support MapIterationFailureCount when a mock is not specified.");
    }
    if (request.state() instanceof MapState || request.state() instanceof ParallelState) {
      throw Refusals.invalidDefinition(
          "TestState API does not support Map or Parallel states. Supported state types include:"
              + " [Task, Wait, Pass, Succeed, Fail, Choice]");
    }
  }

  private static boolean isMockable(State state) {
    return state instanceof TaskState
        || state instanceof MapState
        || state instanceof ParallelState;
  }

  private static void result(State state, JsonNode result, FieldValidationMode validation) {
    if (state instanceof TaskState task) {
      if (result.isNull()) {
        throw Refusals.validation("Mocked result must be a valid JSON object.");
      }
      Results.of(task.resource())
          .flatMap(shape -> new ShapeCheck(validation, false).mismatch(shape, result))
          .ifPresent(
              mismatch -> {
                throw Refusals.validation(
                    "Mock result schema validation error: " + mismatch.serviceText(),
                    "validation(MockValidation.NONE) accepts any result, such as a Payload that is"
                        + " an object.");
              });
    } else if (state instanceof MapState map && map.exportsResults()) {
      if (!result.isObject()) {
        throw Refusals.validation("Mocked result must be a JSON object.");
      }
    } else if (!result.isArray()) {
      throw Refusals.validation("Mocked result must be an array.");
    } else if (state instanceof ParallelState parallel
        && result.size() != parallel.branches().size()) {
      throw Refusals.validation(
          "Mocked result must contain the same number of items as number of Parallel branches.");
    }
  }

  private static void configuration(TestStateRequest request) {
    StateConfiguration configuration = request.configuration();
    State state = request.state();
    if (configuration.mapIterationFailureCount().isPresent() && !(state instanceof MapState)) {
      throw Refusals.validation(
          "MapIterationFailureCount is only supported when testing a Map state.");
    }
    if (configuration.mapItemReaderData().isPresent()) {
      requireMap(state);
    } else if (MapItemReading.reader(state).isPresent()) {
      throw Refusals.validation(
          "ItemReader data must be specified when testing a Map state with ItemReader specified.");
    }
    configuration.errorCausedByState().ifPresent(name -> requireInner(request.state(), name));
  }

  private static void requireMap(State state) {
    if (!(state instanceof MapState)) {
      throw new IllegalArgumentException(
          "'%s' (%s) is a %s state: only a Map has an ItemReader."
              .formatted(state.name(), state.location(), state.type().aslName()));
    }
  }

  private static void requireInner(State state, String name) {
    List<String> inner = state.scopes().stream().flatMap(StateGraph::all).map(State::name).toList();
    if (!inner.contains(name)) {
      String hint = Suggestion.of(name, inner).asSentence();
      throw new IllegalArgumentException(
          "'%s' (%s) has no state '%s' inside of it that could cause the error.%s"
              .formatted(state.name(), state.location(), name, hint));
    }
  }
}
