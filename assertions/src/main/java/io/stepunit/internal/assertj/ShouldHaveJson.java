package io.stepunit.internal.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.JsonDifference;

/**
 * An input or an output is another JSON value, or there is none.
 *
 * @since 0.1.0
 */
public final class ShouldHaveJson extends ExecutionMessage {
  private ShouldHaveJson(Evidence evidence, String... lines) {
    super(evidence, lines);
  }

  /**
   * The value is another one.
   *
   * @param what {@code input} or {@code output}
   */
  public static ShouldHaveJson shouldHaveJson(
      Evidence evidence, String what, JsonNode expected, JsonNode found) {
    return new ShouldHaveJson(
        evidence,
        "Expecting the " + what + " of " + evidence.subject() + " to be",
        block(JsonDifference.shortened(expected)),
        "but it is",
        block(JsonDifference.shortened(found)),
        difference(expected, found));
  }

  /**
   * There is no value to compare with.
   *
   * @param place where in the value, {@code ""} for all of it
   */
  public static ShouldHaveJson shouldHaveJson(
      Evidence evidence, String what, String place, JsonNode expected, String instead) {
    return new ShouldHaveJson(
        evidence,
        "Expecting the "
            + what
            + " of "
            + evidence.subject()
            + (place.isEmpty() ? " to be" : " to have at " + place),
        block(JsonDifference.shortened(expected)),
        "but there is none: " + instead);
  }

  /** The value at a path is another one. */
  public static ShouldHaveJson shouldHaveValueAt(
      Evidence evidence, String what, String path, JsonNode expected, JsonNode found) {
    return new ShouldHaveJson(
        evidence,
        "Expecting the " + what + " of " + evidence.subject() + " to have at " + path,
        block(JsonDifference.shortened(expected)),
        "but there it has",
        block(JsonDifference.shortened(found)),
        difference(expected, found).replace("difference at", "difference within it at"));
  }

  /** There is nothing at the path. */
  public static ShouldHaveJson shouldHavePathTo(
      Evidence evidence, String what, String path, JsonNode expected, JsonNode document) {
    return new ShouldHaveJson(
        evidence,
        "Expecting the " + what + " of " + evidence.subject() + " to have at " + path,
        block(JsonDifference.shortened(expected)),
        "but it has nothing there, it is",
        block(JsonDifference.shortened(document)));
  }

  /** An output is asked for in any form, and there is none. */
  public static ShouldHaveJson shouldHaveOutput(Evidence evidence, String instead) {
    return new ShouldHaveJson(
        evidence,
        "Expecting " + evidence.subject() + " to have an output",
        "but there is none: " + instead);
  }

  private static String difference(JsonNode expected, JsonNode found) {
    return JsonDifference.first(expected, found)
        .filter(difference -> !difference.pointer().isEmpty())
        .map(JsonDifference::text)
        .orElse("");
  }
}
