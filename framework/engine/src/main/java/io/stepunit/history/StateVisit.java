package io.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.SourceLocation;
import io.stepunit.internal.expression.ValueAt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One visit of one state: its input, its output and each attempt. StepUnit makes it; nobody else
 * implements it.
 *
 * <pre>{@code
 * StateVisit charge = run.visits("Charge").get(0);
 * assertThat(charge.attempts()).hasSize(3);
 * }</pre>
 *
 * @since 0.1.0
 */
public interface StateVisit {
  /** The state's name. */
  String name();

  /** The state's {@code Type} in the definition, such as {@code Task}. */
  String type();

  /** The location of the state in the definition. */
  SourceLocation location();

  /** The state's name with the branches and iterations that lead to it: {@code Lines[3]/Charge}. */
  String path();

  /** When the state was entered. */
  Instant enteredAt();

  /** When the state was left; empty where the visit never ended. */
  Optional<Instant> exitedAt();

  /** The state's raw input. */
  JsonNode input();

  /** The state's output; empty where the state was not left by an exit. */
  Optional<JsonNode> output();

  /** The variables that the state assigned, by name. */
  Map<String, JsonNode> assignedVariables();

  /** The attempts of a Task, Parallel or Map; empty for other types. */
  List<Attempt> attempts();

  /** The Catchers of the state, in the order of {@code Catch}. */
  List<CatcherInfo> catchers();

  /** The Catcher that handled the state's failure. */
  Optional<CatcherInfo> catcherTaken();

  /** The events of the visit itself, without those of states inside it. */
  List<HistoryEvent> events();

  /**
   * A value in the input, by its JSONPath; empty if the input has none there.
   *
   * @throws IllegalArgumentException if the text is no path that begins with {@code $}
   */
  default Optional<JsonNode> inputAt(String jsonPath) {
    return ValueAt.path(input(), jsonPath);
  }

  /**
   * A value in the output, by its JSONPath; empty if the output has none there or there is no
   * output.
   *
   * @throws IllegalArgumentException if the text is no path that begins with {@code $}
   */
  default Optional<JsonNode> outputAt(String jsonPath) {
    return output().flatMap(json -> ValueAt.path(json, jsonPath));
  }

  /**
   * The input that the last attempt sent to the resource: the input of a Task after {@code
   * InputPath} and {@code Parameters}. Empty for other types, and for a Task that failed before it
   * was scheduled.
   */
  default Optional<JsonNode> taskInput() {
    List<Attempt> attempts = attempts();
    return attempts.isEmpty() ? Optional.empty() : attempts.get(attempts.size() - 1).input();
  }

  /**
   * A value in {@link #taskInput}, by its JSONPath; empty if there is none.
   *
   * @throws IllegalArgumentException if the text is no path that begins with {@code $}
   */
  default Optional<JsonNode> taskInputAt(String jsonPath) {
    return taskInput().flatMap(json -> ValueAt.path(json, jsonPath));
  }

  /** The virtual time from entry to exit; zero where the visit never ended. */
  default Duration duration() {
    return Duration.between(enteredAt(), exitedAt().orElse(enteredAt()));
  }

  /** The delay before each retry, in order: from an attempt's end to the start of the next. */
  default List<Duration> retryDelays() {
    List<Attempt> attempts = attempts();
    return IntStream.range(1, attempts.size())
        .mapToObj(i -> delay(attempts.get(i - 1), attempts.get(i)))
        .toList();
  }

  private static Duration delay(Attempt failed, Attempt retry) {
    return Duration.between(failed.endedAt().orElse(failed.startedAt()), retry.startedAt());
  }
}
