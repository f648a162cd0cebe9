package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Type;

/** Turns users' objects into JSON and back; Jackson 2 by default, others can be plugged in. */
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
