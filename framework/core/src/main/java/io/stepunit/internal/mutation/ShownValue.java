package io.stepunit.internal.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;

/** Values as descriptions show them. */
final class ShownValue {
  private static final int LONGEST = 60;

  private ShownValue() {}

  /** A short text; empty if there is no value. */
  static String of(JsonNode value) {
    if (value.isMissingNode()) {
      return "";
    }
    String text = value.isTextual() ? value.textValue() : Json.text(value);
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
