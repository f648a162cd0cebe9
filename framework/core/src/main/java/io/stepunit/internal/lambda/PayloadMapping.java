package io.stepunit.internal.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.JsonCodec;
import java.lang.reflect.Type;

/** Turns events into a handler's input, and its results into JSON. */
interface PayloadMapping {
  /**
   * An event as an object.
   *
   * @throws RuntimeException if it does not fit the type
   */
  Object read(JsonNode payload, Type type);

  /**
   * A result as JSON.
   *
   * @throws RuntimeException if it cannot be written
   */
  JsonNode write(Object result, Type type);

  /** Lambda's own where it is on the class path, else by the environment's codec. */
  static PayloadMapping of(JsonCodec codec) {
    try {
      return new EventSerialization();
    } catch (NoClassDefFoundError absent) {
      return new ByCodec(codec);
    }
  }

  /** By a codec. */
  record ByCodec(JsonCodec codec) implements PayloadMapping {
    @Override
    public Object read(JsonNode payload, Type type) {
      return codec.<Object>fromJson(payload, type);
    }

    @Override
    public JsonNode write(Object result, Type type) {
      return result instanceof CharSequence text
          ? TextNode.valueOf(text.toString())
          : codec.toJson(result);
    }
  }
}
