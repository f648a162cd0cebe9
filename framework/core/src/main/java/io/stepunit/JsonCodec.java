package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Type;

/**
 * Converts objects to JSON and back; Jackson 2 by default.
 *
 * @since 0.1.0
 */
public interface JsonCodec {
  /**
   * The JSON of an object.
   *
   * @throws IllegalArgumentException if the object cannot be turned into JSON
   */
  JsonNode toJson(Object value);

  /**
   * An object of a type from JSON.
   *
   * @throws IllegalArgumentException if the JSON does not fit the type
   */
  <T> T fromJson(JsonNode json, Type type);
}
