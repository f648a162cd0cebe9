package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;

/** Data as a glance of it: the beginning of its text. */
final class ShortText {
  private static final int LENGTH = 80;

  private ShortText() {}

  /** Of what is sent to a function and comes from it, its payload tells most. */
  static String of(JsonNode data) {
    boolean isCall = data.has("Payload") && (data.has("FunctionName") || data.has("StatusCode"));
    return cut(Json.text(isCall ? data.get("Payload") : data), LENGTH);
  }

  /** The beginning of a text that is longer than so many characters; never half a character. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
    return text.substring(0, end) + "…";
  }
}
