package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.internal.aws.ResponseMetadata;
import io.stepunit.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of {@code arn:aws:states:::lambda:invoke}: what a function returned, in the envelope
 * of Lambda's Invoke API.
 */
final class LambdaEnvelope {
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
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Amz-Executed-Version", "$LATEST");
    headers.put("x-amzn-Remapped-Content-Length", "0");
    headers.put("Connection", "keep-alive");
    headers.put("x-amzn-RequestId", ResponseMetadata.REQUEST_ID);
    headers.put("Content-Length", String.valueOf(length));
    headers.put("Content-Type", "application/json");

    ObjectNode envelope = Json.NODES.objectNode();
    envelope.set("Payload", payload);
    ResponseMetadata.addTo(envelope, status, headers);
    envelope.put("StatusCode", status);
    return envelope;
  }
}
