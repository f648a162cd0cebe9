package io.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.json.Json;
import io.stepunit.spi.JacksonCodec;
import io.stepunit.spi.JsonCodec;
import io.stepunit.spi.UserJson;
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
