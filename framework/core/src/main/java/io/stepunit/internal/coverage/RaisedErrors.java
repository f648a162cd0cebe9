package io.stepunit.internal.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.model.UncatchableErrors;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Which errors the Retriers and Catchers of a state can come to see. In doubt one can.
 *
 * <p>See "Handling errors" in the AWS Step Functions Developer Guide.
 */
final class RaisedErrors {
  private static final String ALL = "States.ALL";
  private static final String TASK_FAILED = "States.TaskFailed";
  private static final String TIMEOUT = "States.Timeout";
  private static final String HEARTBEAT = "States.HeartbeatTimeout";

  private final JsonNode state;
  private final String language;

  private RaisedErrors(JsonNode state, String language) {
    this.state = state;
    this.language = language;
  }

  /**
   * The errors of a state.
   *
   * @param language the query language of states that name none
   */
  static RaisedErrors by(JsonNode state, String language) {
    return new RaisedErrors(state, language);
  }

  /** Why an entry of {@code Retry} or {@code Catch} can never match; empty if it can. */
  Optional<String> unreachable(String field, JsonNode handlers, int index) {
    Set<String> before = new HashSet<>();
    for (int i = 0; i < index; i++) {
      before.addAll(names(handlers.get(i)));
    }
    List<String> left =
        names(handlers.get(index)).stream().filter(name -> !isHandled(name, before)).toList();
    if (left.isEmpty()) {
      return Optional.of("entries of " + field + " before it handle all of its errors");
    }
    return left.stream().anyMatch(this::isRaised)
        ? Optional.empty()
        : Optional.of("the state can fail with none of its errors: " + String.join(", ", left));
  }

  private static List<String> names(JsonNode handler) {
    return StreamSupport.stream(handler.path("ErrorEquals").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  /** Whether entries before match every error of that name. */
  private static boolean isHandled(String name, Set<String> before) {
    if (before.contains(name) || before.contains(ALL)) {
      return true;
    }
    return switch (name) {
      case ALL -> before.contains(TASK_FAILED) && before.contains(TIMEOUT);
      case TIMEOUT -> false;
      case HEARTBEAT -> before.contains(TIMEOUT);
      default -> before.contains(TASK_FAILED);
    };
  }

  private boolean isRaised(String name) {
    if (UncatchableErrors.contains(name)) {
      return false;
    }
    return switch (name) {
      case ALL, TASK_FAILED, TIMEOUT -> true;
      case HEARTBEAT ->
          any(each -> each.has("HeartbeatSeconds") || each.has("HeartbeatSecondsPath"));
      case "States.QueryEvaluationError" ->
          any(each -> each.path("QueryLanguage").asText(language).equals("JSONata"));
      case "States.BranchFailed" -> any(each -> isA(each, "Parallel"));
      case "States.ExceedToleratedFailureThreshold" -> any(RaisedErrors::isDistributed);
      case "States.ItemReaderFailed" -> any(each -> isDistributed(each) && each.has("ItemReader"));
      case "States.ResultWriterFailed" ->
          any(each -> isDistributed(each) && each.has("ResultWriter"));
      default -> isRaisedByTask(name);
    };
  }

  private boolean isRaisedByTask(String name) {
    if (name.startsWith("States.Http.")) {
      return any(each -> each.path("Resource").asText().contains(":http:"));
    }
    // Whatever child executions fail with, their Map fails with its own error.
    return !isDistributed(state) && any(each -> isA(each, "Task") || isA(each, "Fail"))
        || name.startsWith("States.");
  }

  private static boolean isA(JsonNode state, String type) {
    return state.path("Type").asText().equals(type);
  }

  private static boolean isDistributed(JsonNode state) {
    return state
        .path("ItemProcessor")
        .path("ProcessorConfig")
        .path("Mode")
        .asText()
        .equals("DISTRIBUTED");
  }

  /** Whether it holds for the state or one inside of it. */
  private boolean any(Predicate<JsonNode> condition) {
    return withInside(state).anyMatch(condition);
  }

  private static Stream<JsonNode> withInside(JsonNode state) {
    Stream<JsonNode> scopes =
        Stream.concat(
            StreamSupport.stream(state.path("Branches").spliterator(), false),
            Stream.of(state.path(PointReader.processorOf(state))));
    return Stream.concat(
        Stream.of(state),
        scopes
            .flatMap(scope -> StreamSupport.stream(scope.path("States").spliterator(), false))
            .flatMap(RaisedErrors::withInside));
  }
}
