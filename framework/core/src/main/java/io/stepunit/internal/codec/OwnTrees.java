package io.stepunit.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.JacksonCodec;
import io.stepunit.JsonCodec;
import java.lang.reflect.Type;

/**
 * A user's codec whose trees are nobody else's, whatever it keeps of them.
 *
 * @param codec the user's
 */
public record OwnTrees(JsonCodec codec) implements JsonCodec {
  /** A codec that shares no tree: ours never does. */
  public static JsonCodec of(JsonCodec codec) {
    return codec instanceof JacksonCodec ? codec : new OwnTrees(codec);
  }

  @Override
  public JsonNode toJson(Object value) {
    return codec.toJson(value).deepCopy();
  }

  @Override
  public <T> T fromJson(JsonNode json, Type type) {
    return codec.fromJson(json.deepCopy(), type);
  }
}
