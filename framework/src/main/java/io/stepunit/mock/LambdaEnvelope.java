package io.stepunit.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.json.Json;
import java.nio.charset.StandardCharsets;

/**
 * The result of {@code arn:aws:states:::lambda:invoke}: what a function returned, in the envelope
 * of Lambda's Invoke API.
 */
final class LambdaEnvelope {
  private static final String REQUEST_ID = "00000000-0000-4000-8000-000000000000";

  private LambdaEnvelope() {}

  static JsonNode around(JsonNode payload) {
    int length = Json.text(payload).getBytes(StandardCharsets.UTF_8).length;
    ObjectNode envelope = envelope(payload, length, 200);
    return Json.NODES.objectNode().put("ExecutedVersion", "$LATEST").setAll(envelope);
  }

  /** What comes back of InvocationType Event: the function runs later, nobody sees its result. */
  static JsonNode accepted() {
    return envelope(TextNode.valueOf(""), 0, 202);
  }

  private static ObjectNode envelope(JsonNode payload, int length, int status) {
    ObjectNode all = Json.NODES.objectNode();
    ObjectNode single = Json.NODES.objectNode();
    header(all, single, "X-Amz-Executed-Version", "$LATEST");
    header(all, single, "x-amzn-Remapped-Content-Length", "0");
    header(all, single, "Connection", "keep-alive");
    header(all, single, "x-amzn-RequestId", REQUEST_ID);
    header(all, single, "Content-Length", String.valueOf(length));
    header(all, single, "Content-Type", "application/json");

    ObjectNode http = Json.NODES.objectNode();
    http.set("AllHttpHeaders", all);
    http.set("HttpHeaders", single);
    http.put("HttpStatusCode", status);

    ObjectNode envelope = Json.NODES.objectNode();
    envelope.set("Payload", payload);
    envelope.set("SdkHttpMetadata", http);
    envelope.set("SdkResponseMetadata", Json.NODES.objectNode().put("RequestId", REQUEST_ID));
    envelope.put("StatusCode", status);
    return envelope;
  }

  private static void header(ObjectNode all, ObjectNode single, String name, String value) {
    all.putArray(name).add(value);
    single.put(name, value);
  }
}
