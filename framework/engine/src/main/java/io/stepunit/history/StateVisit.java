package io.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.ValueAt;
import io.stepunit.internal.model.Catcher;
import io.stepunit.internal.model.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One visit of one state, read from the history: what went in, what came out, each attempt.
 *
 * @param state the visited state, with its place in the definition
 * @param path the state's name with the branches and iterations that lead to it: {@code
 *     Lines[3]/Charge}
 * @param enteredAt when it was entered
 * @param exitedAt when it was left; empty where the visit never ended
 * @param input the state's raw input
 * @param output the state's output; empty where it was not left by an exit
 * @param assignedVariables what the state assigned
 * @param attempts the attempts of a Task, Parallel or Map; empty for other types
 * @param catcherTaken the Catcher that handled the state's failure
 * @param events the events of the visit itself, those of states inside it not included
 */
public record StateVisit(
    State state,
    String path,
    Instant enteredAt,
    Optional<Instant> exitedAt,
    JsonNode input,
    Optional<JsonNode> output,
    Map<String, JsonNode> assignedVariables,
    List<Attempt> attempts,
    Optional<Catcher> catcherTaken,
    List<HistoryEvent> events) {
  /** The state's name. */
  public String name() {
    return state.name();
  }

  /**
   * A value in the input, by its JSONPath; empty if the input has none there.
   *
   * @throws IllegalArgumentException if the text is no path that begins with {@code $}
   */
  public Optional<JsonNode> inputAt(String jsonPath) {
    return ValueAt.path(input, jsonPath);
  }

  /**
   * A value in the output, by its JSONPath; empty if the output has none there or there is no
   * output.
   *
   * @throws IllegalArgumentException if the text is no path that begins with {@code $}
   */
  public Optional<JsonNode> outputAt(String jsonPath) {
    return output.flatMap(json -> ValueAt.path(json, jsonPath));
  }

  /**
   * What the last attempt asked of the resource: the input of a Task after {@code InputPath} and
   * {@code Parameters}. Empty for other types, and for a Task that failed before it was scheduled.
   */
  public Optional<JsonNode> taskInput() {
    return attempts.isEmpty() ? Optional.empty() : attempts.get(attempts.size() - 1).input();
  }

  /**
   * A value in {@link #taskInput}, by its JSONPath; empty if there is none.
   *
   * @throws IllegalArgumentException if the text is no path that begins with {@code $}
   */
  public Optional<JsonNode> taskInputAt(String jsonPath) {
    return taskInput().flatMap(json -> ValueAt.path(json, jsonPath));
  }

  /** The virtual time from entry to exit; zero where the visit never ended. */
  public Duration duration() {
    return Duration.between(enteredAt, exitedAt.orElse(enteredAt));
  }

  /** The delay before each retry, in order: from an attempt's end to the start of the next. */
  public List<Duration> retryDelays() {
    return java.util.stream.IntStream.range(1, attempts.size())
        .mapToObj(
            i -> {
              Attempt before = attempts.get(i - 1);
              return Duration.between(
                  before.endedAt().orElse(before.startedAt()), attempts.get(i).startedAt());
            })
        .toList();
  }
}
