package io.stepunit.effect;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.ValueAt;
import io.stepunit.internal.model.Resource;
import java.time.Instant;
import java.util.Optional;

/**
 * What one attempt of a Task did to the world, as the mock, handler or service knows it. The
 * execution may know otherwise: a reply that gets lost does not undo what was done.
 *
 * @param number its place among all calls of the test, 1-based
 * @param machineArn the state machine's ARN
 * @param execution the execution's name
 * @param executionArn the execution's ARN
 * @param state the state's name
 * @param path the state's name with the branches and iterations that lead to it: {@code
 *     Lines[3]/Charge}
 * @param resource what was called
 * @param input the effective input: the engine's own tree, which nobody may change
 * @param attempt the attempt within its visit, 1-based
 * @param at the virtual time of the call
 * @param outcome whether it did anything
 */
public record TaskEffect(
    int number,
    String machineArn,
    String execution,
    String executionArn,
    String state,
    String path,
    Resource resource,
    JsonNode input,
    int attempt,
    Instant at,
    Outcome outcome) {

  /** Whether a call did what it was made for. */
  public enum Outcome {
    /** It answered with a result, or took what it was sent and is to call back. */
    HAPPENED,
    /** It answered with an error. */
    FAILED,
    /** It never answered: whether it did is unknown. */
    UNKNOWN
  }

  /** Whether the call did what it was made for. */
  public boolean happened() {
    return outcome == Outcome.HAPPENED;
  }

  /**
   * A value in the effective input, empty if it has none there.
   *
   * @param path {@code $}, or a path that begins with {@code $.} or {@code $[}
   * @throws IllegalArgumentException if the text is no such path
   */
  public Optional<JsonNode> inputAt(String path) {
    return ValueAt.path(input, path);
  }

  /** One line: {@code Charge, attempt 2, happened: {"orderId":7}}. */
  @Override
  public String toString() {
    return path + ", attempt " + attempt + ", " + word() + ": " + input;
  }

  private String word() {
    return switch (outcome) {
      case HAPPENED -> "happened";
      case FAILED -> "failed";
      case UNKNOWN -> "unknown";
    };
  }
}
