package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.codec.UserJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the workflow variables that a test hands in. */
final class VariableValues {
  private VariableValues() {}

  /**
   * The values by name.
   *
   * @param what whose variables they are, to begin the message with: {@code The variables of
   *     'Route'}
   * @throws IllegalArgumentException if they are given otherwise than as an object
   */
  static Map<String, JsonNode> read(UserJson json, Object given, String what) {
    JsonNode object = json.read(given, what);
    if (!object.isObject()) {
      throw new IllegalArgumentException(
          what + " must be an object of names and values, found: " + object);
    }
    Map<String, JsonNode> values = new LinkedHashMap<>();
    object.fields().forEachRemaining(field -> values.put(field.getKey(), field.getValue()));
    return values;
  }
}
