package io.stepunit.internal.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.util.Iterator;
import java.util.Optional;

/**
 * The first place at which two JSON values differ.
 *
 * @param pointer the place as a JSON pointer, {@code ""} for the values themselves
 * @param expected the value expected there, empty if there should be none
 * @param found the value found there, empty if there is none
 * @since 0.1.0
 */
public record JsonDifference(
    String pointer, Optional<JsonNode> expected, Optional<JsonNode> found) {
  private static final int LONGEST_TEXT = 600;

  /**
   * The first difference, in the order of the expected value's members; empty for the same value.
   */
  public static Optional<JsonDifference> first(JsonNode expected, JsonNode found) {
    return first("", expected, found);
  }

  private static Optional<JsonDifference> first(String pointer, JsonNode expected, JsonNode found) {
    if (expected.isObject() && found.isObject()) {
      return inObject(pointer, expected, found);
    }
    if (expected.isArray() && found.isArray()) {
      return inArray(pointer, expected, found);
    }
    return Json.sameValue(expected, found)
        ? Optional.empty()
        : Optional.of(new JsonDifference(pointer, Optional.of(expected), Optional.of(found)));
  }

  private static Optional<JsonDifference> inObject(
      String pointer, JsonNode expected, JsonNode found) {
    Iterator<String> names = expected.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      Optional<JsonDifference> difference =
          member(child(pointer, name), expected.get(name), Optional.ofNullable(found.get(name)));
      if (difference.isPresent()) {
        return difference;
      }
    }
    Iterator<String> others = found.fieldNames();
    while (others.hasNext()) {
      String name = others.next();
      if (!expected.has(name)) {
        return Optional.of(
            new JsonDifference(
                child(pointer, name), Optional.empty(), Optional.of(found.get(name))));
      }
    }
    return Optional.empty();
  }

  private static Optional<JsonDifference> inArray(
      String pointer, JsonNode expected, JsonNode found) {
    for (int i = 0; i < expected.size(); i++) {
      Optional<JsonDifference> difference =
          member(pointer + "/" + i, expected.get(i), Optional.ofNullable(found.get(i)));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return found.size() == expected.size()
        ? Optional.empty()
        : Optional.of(
            new JsonDifference(
                pointer + "/" + expected.size(),
                Optional.empty(),
                Optional.of(found.get(expected.size()))));
  }

  private static Optional<JsonDifference> member(
      String pointer, JsonNode expected, Optional<JsonNode> found) {
    return found.isPresent()
        ? first(pointer, expected, found.get())
        : Optional.of(new JsonDifference(pointer, Optional.of(expected), Optional.empty()));
  }

  private static String child(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** The difference in three lines. */
  String text() {
    return "First difference at "
        + pointer
        + "\n  expected: "
        + expected.map(JsonDifference::shortened).orElse("nothing")
        + "\n  found:    "
        + found.map(JsonDifference::shortened).orElse("nothing");
  }

  /** The JSON text, cut where it is long. */
  static String shortened(JsonNode json) {
    String text = Json.text(json);
    return text.length() <= LONGEST_TEXT
        ? text
        : text.substring(0, LONGEST_TEXT) + "... (" + text.length() + " characters)";
  }
}
