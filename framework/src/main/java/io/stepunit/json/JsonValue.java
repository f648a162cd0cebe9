package io.stepunit.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** Reads what users give as JSON: text, a tree, or any object that a codec understands. */
public final class JsonValue {
  private JsonValue() {}

  /**
   * The tree of a user's value: a copy where the user could change the original.
   *
   * @param value JSON text, a {@link JsonNode}, or any object
   * @param what what the value is, for messages: "the input of an execution"
   * @param toJson turns any other object into JSON
   * @throws IllegalArgumentException if a text is no JSON
   */
  public static JsonNode of(Object value, String what, Function<Object, JsonNode> toJson) {
    if (value instanceof JsonNode node) {
      return node.deepCopy();
    }
    if (value instanceof String text) {
      return parsed(text, what);
    }
    return toJson.apply(value);
  }

  private static JsonNode parsed(String text, String what) {
    try {
      return Json.parse(text);
    } catch (JsonTextException e) {
      throw new IllegalArgumentException(
          "Expected "
              + what
              + " as JSON text, found: "
              + abbreviated(text)
              + "\n  "
              + e.getMessage()
              + "\n  A Java String is read as JSON; give a JSON string with its quotes (\"\\\"text\\\"\"),"
              + " or a Map, a record or a JsonNode.",
          e);
    }
  }

  private static String abbreviated(String text) {
    int limit = 200;
    return text.length() <= limit ? text : text.substring(0, limit) + "… (" + text.length() + " characters)";
  }
}
