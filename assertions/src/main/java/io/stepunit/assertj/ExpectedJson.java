package io.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.JacksonCodec;
import io.stepunit.JsonCodec;
import io.stepunit.internal.codec.UserJson;
import io.stepunit.internal.json.Json;
import org.jspecify.annotations.Nullable;

/** The JSON that an expected value stands for. */
final class ExpectedJson {
  private static final JsonCodec CODEC = new JacksonCodec();

  private ExpectedJson() {}

  /** A whole document: a String is JSON text. */
  static JsonNode document(@Nullable Object expected, String what) {
    return new UserJson(CODEC).read(expected, what);
  }

  /** A value inside of a document: a String is a JSON string. */
  static JsonNode value(@Nullable Object expected) {
    if (expected == null) {
      return Json.NODES.nullNode();
    }
    return CODEC.toJson(expected);
  }

  static <T> T as(JsonNode json, Class<T> type) {
    return CODEC.fromJson(json, type);
  }
}
