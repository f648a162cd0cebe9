package io.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.ValueAt;
import java.util.Optional;

/**
 * One call of a Task to its resource. Each scheduled attempt is one. StepUnit makes it; nobody else
 * implements it.
 *
 * <pre>{@code
 * Call charge = run.calls("Charge").get(0);
 * assertThat(charge.inputAt("$.amount").orElseThrow().asInt()).isEqualTo(12);
 * }</pre>
 *
 * @since 0.1.0
 */
public interface Call {
  /** The state's name. */
  String state();

  /** The state's name with the branches and iterations that lead to it: {@code Lines[3]/Charge}. */
  String path();

  /** The attempt within its visit, 1-based. */
  int attempt();

  /** The effective input, after {@code Parameters} or {@code Arguments}. */
  JsonNode input();

  /**
   * The resource's result, before {@code ResultSelector} and {@code Output}; empty where the call
   * failed or has not ended.
   */
  Optional<JsonNode> result();

  /** The error name of a failure. */
  Optional<String> error();

  /** The cause of a failure. */
  Optional<String> cause();

  /** The event that scheduled the call. */
  HistoryEvent scheduled();

  /**
   * A value in the input, by its JSONPath; empty if the input has none there.
   *
   * @throws IllegalArgumentException if the text is no path that begins with {@code $}
   */
  default Optional<JsonNode> inputAt(String jsonPath) {
    return ValueAt.path(input(), jsonPath);
  }

  /**
   * A value in the result, by its JSONPath; empty if the result has none there or there is none.
   *
   * @throws IllegalArgumentException if the text is no path that begins with {@code $}
   */
  default Optional<JsonNode> resultAt(String jsonPath) {
    return result().flatMap(json -> ValueAt.path(json, jsonPath));
  }
}
