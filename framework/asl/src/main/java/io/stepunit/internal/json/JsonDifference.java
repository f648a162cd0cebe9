package io.stepunit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place at which two JSON values differ.
 *
 * @param pointer the place as a JSON pointer, {@code ""} for the values themselves
 * @param expected the value expected there, empty if there should be none
 * @param found the value found there, empty if there is none
 */
public record JsonDifference(
    String pointer, Optional<JsonNode> expected, Optional<JsonNode> found) {
  private static final int LONGEST_TEXT = 600;

  /**
   * The first difference, in the order of the expected value's members; empty for the same value.
   */
  public static Optional<JsonDifference> first(JsonNode expected, JsonNode found) {
    List<JsonDifference> all = new ArrayList<>();
    JsonComparison.compare(expected, found, JsonComparison.Rules.EXACT, all::add);
    return all.stream().findFirst();
  }

  /** The expected value, for messages. */
  public String expectedText() {
    return expected.map(JsonDifference::shortened).orElse("nothing");
  }

  /** The value that was found, for messages. */
  public String foundText() {
    return found.map(JsonDifference::shortened).orElse("nothing");
  }

  /** The difference in three lines. */
  public String text() {
    return "First difference at "
        + pointer
        + "\n  expected: "
        + expectedText()
        + "\n  found:    "
        + foundText();
  }

  /** The JSON text, cut where it is long. */
  public static String shortened(JsonNode json) {
    String text = Json.text(json);
    return text.length() <= LONGEST_TEXT
        ? text
        : text.substring(0, LONGEST_TEXT) + "... (" + text.length() + " characters)";
  }
}
