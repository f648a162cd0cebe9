package io.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.ValueAt;
import java.util.Optional;

/**
 * One call of a Task to its resource: each attempt that was scheduled is one.
 *
 * @param state the state's name
 * @param path the state's name with the branches and iterations that lead to it: {@code
 *     Lines[3]/Charge}
 * @param attempt the attempt within its visit, 1-based
 * @param input what was asked: the effective input, after {@code Parameters} or {@code Arguments}
 * @param result what was answered, before {@code ResultSelector} and {@code Output}; empty where
 *     nothing or a failure was
 * @param error the error name of a failure
 * @param cause the cause of a failure
 * @param scheduled the event that scheduled it
 */
public record Call(
    String state,
    String path,
    int attempt,
    JsonNode input,
    Optional<JsonNode> result,
    Optional<String> error,
    Optional<String> cause,
    HistoryEvent scheduled) {
  /**
   * A value in the input, by its JSONPath; empty if the input has none there.
   *
   * @throws IllegalArgumentException if the text is no path that begins with {@code $}
   */
  public Optional<JsonNode> inputAt(String jsonPath) {
    return ValueAt.path(input, jsonPath);
  }

  /**
   * A value in the result, by its JSONPath; empty if the result has none there or there is none.
   *
   * @throws IllegalArgumentException if the text is no path that begins with {@code $}
   */
  public Optional<JsonNode> resultAt(String jsonPath) {
    return result.flatMap(json -> ValueAt.path(json, jsonPath));
  }
}
