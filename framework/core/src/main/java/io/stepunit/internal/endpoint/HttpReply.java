package io.stepunit.internal.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a request is answered. */
@SuppressWarnings("ArrayRecordComponent") // is handed on once, and never compared
record HttpReply(int status, Map<String, String> headers, byte[] body) {
  private static final String TYPE = "Content-Type";

  /** A line that people read in a shell. */
  static HttpReply text(int status, String text) {
    return new HttpReply(
        status, Map.of(TYPE, "text/plain; charset=utf-8"), bytes(text.stripTrailing() + "\n"));
  }

  static HttpReply json(JsonNode value) {
    return new HttpReply(200, Map.of(TYPE, "application/json"), bytes(Json.text(value) + "\n"));
  }

  /**
   * What no service answers: something is wrong with the test, or with this tool. Clients neither
   * repeat such a call, as they would for a status from 500 on, nor take it for one of AWS's
   * refusals.
   */
  static HttpReply fault(Throwable fault) {
    ObjectNode error =
        Json.NODES
            .objectNode()
            .put("__type", fault.getClass().getSimpleName())
            .put("message", Printable.lines(String.valueOf(fault.getMessage())));
    return new HttpReply(400, Map.of(TYPE, "application/x-amz-json-1.0"), bytes(Json.text(error)));
  }

  /** The wrong method for a path that is there. */
  static HttpReply notAllowed(String method, String path, String allowed) {
    return new HttpReply(
        405,
        Map.of(TYPE, "text/plain; charset=utf-8", "Allow", allowed),
        bytes("%s takes %s, not %s.\n".formatted(path, allowed.replace(", ", " or "), method)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
