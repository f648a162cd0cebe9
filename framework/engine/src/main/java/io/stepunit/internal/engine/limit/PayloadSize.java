package io.stepunit.internal.engine.limit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.json.Json;

/** The service's limit for a state's input and output. */
public final class PayloadSize {
  private PayloadSize() {}

  /** Whether a tree's JSON text has at most so many bytes in UTF-8. */
  public static boolean fits(JsonNode node, int bytes) {
    return Json.size(node) <= bytes;
  }

  /**
   * What a state makes of its input, by Parameters or ItemSelector, and is too large; how AWS words
   * this is not known.
   */
  public static StatesError inputExceeded(String state) {
    return StatesError.fatal(
        StatesError.DATA_LIMIT,
        "The state/task '"
            + state
            + "' has an input with a size exceeding the maximum number of bytes service limit.");
  }

  /** What AWS says of a state's output that is too large: nothing can catch it. */
  public static StatesError exceeded(String state) {
    return new StatesError(StatesError.DATA_LIMIT, text(state), StatesError.Kind.FATAL);
  }

  /** What AWS says of a task's result that is too large: Catch sees it. */
  public static StatesError taskResultExceeded(String task) {
    return new StatesError(StatesError.DATA_LIMIT, text(task), StatesError.Kind.CATCHABLE);
  }

  private static String text(String name) {
    return "The state/task '"
        + name
        + "' returned a result with a size exceeding the maximum number of bytes service limit.";
  }
}
