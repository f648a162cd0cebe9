package io.stepunit.internal.equivalence;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Task sent, and what it was replied.
 *
 * @param at the virtual time
 * @param madeUp whether the reply was made up, and is no mock's and no recording's
 */
record SentRequest(
    String state, String resource, JsonNode input, Instant at, AttemptReply reply, boolean madeUp) {
  private static final JsonNode TOKEN = Json.NODES.textNode("(task token)");

  static SentRequest of(AttemptRequest request, AttemptReply reply, boolean madeUp) {
    JsonNode input =
        request.taskToken().map(token -> without(request.input(), token)).orElseGet(request::input);
    return new SentRequest(
        request.state(),
        request.resource().arn(),
        input,
        request.clock().instant(),
        reply instanceof AttemptReply.Polled polled ? polled.reply() : reply,
        madeUp);
  }

  /** Tokens are made up anew in each execution. */
  private static JsonNode without(JsonNode data, String token) {
    if (data.isTextual()) {
      return data.textValue().equals(token) ? TOKEN : data;
    }
    if (data.isObject()) {
      var object = Json.NODES.objectNode();
      for (Map.Entry<String, JsonNode> member : data.properties()) {
        object.set(member.getKey(), without(member.getValue(), token));
      }
      return object;
    }
    if (data.isArray()) {
      List<JsonNode> items = new ArrayList<>();
      data.forEach(item -> items.add(without(item, token)));
      return Json.arrayNode(items);
    }
    return data;
  }

  boolean isAlike(SentRequest other) {
    return resource.equals(other.resource) && Json.sameValue(input, other.input);
  }

  /** The result that it was replied. */
  Optional<JsonNode> result() {
    return reply instanceof AttemptReply.Succeeds succeeds
        ? Optional.of(succeeds.result())
        : Optional.empty();
  }

  /** The reply in words. */
  String replyText() {
    if (reply instanceof AttemptReply.Fails fails) {
      return "fails with " + fails.error();
    }
    return result().map(json -> "returns " + Json.text(json)).orElse("never answers");
  }
}
