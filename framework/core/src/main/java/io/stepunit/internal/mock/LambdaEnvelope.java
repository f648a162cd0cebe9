package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.aws.ResponseMetadata;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.SentJson;
import io.stepunit.internal.lambda.FunctionOutcome;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Lambda's Invoke answers, as the two integrations show it. */
final class LambdaEnvelope {
  private static final String VERSION = "$LATEST";
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  private LambdaEnvelope() {}

  /** The result of {@code arn:aws:states:::lambda:invoke} around what a function returned. */
  static JsonNode around(JsonNode payload) {
    int length = Json.text(payload).getBytes(StandardCharsets.UTF_8).length;
    ObjectNode envelope = Json.NODES.objectNode().put("ExecutedVersion", VERSION);
    envelope.set("Payload", payload);
    envelope.put("StatusCode", OK);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-Amz-Executed-Version", VERSION);
    headers.putAll(headers(length));
    headers.put("Content-Type", "application/json");
    ResponseMetadata.addTo(envelope, OK, headers);
    return envelope;
  }

  /** What comes back of InvocationType Event: the function runs later, nobody sees its result. */
  static JsonNode accepted() {
    ObjectNode envelope = Json.NODES.objectNode();
    envelope.set("Payload", NullNode.getInstance());
    envelope.put("StatusCode", ACCEPTED);
    ResponseMetadata.addTo(envelope, ACCEPTED, headers(0));
    return envelope;
  }

  private static Map<String, String> headers(int length) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("x-amzn-Remapped-Content-Length", "0");
    headers.put("Connection", "keep-alive");
    headers.put("x-amzn-RequestId", ResponseMetadata.REQUEST_ID);
    headers.put("Content-Length", String.valueOf(length));
    return headers;
  }

  /** The result of {@code aws-sdk:lambda:invoke}, which is the same for a function that failed. */
  static JsonNode ofSdk(FunctionOutcome outcome) {
    ObjectNode answer = Json.NODES.objectNode().put("ExecutedVersion", VERSION);
    if (outcome instanceof FunctionOutcome.Failed failed) {
      answer.put("FunctionError", "Unhandled").put("Payload", Json.text(failed.error()));
    } else {
      answer.put("Payload", SentJson.text(((FunctionOutcome.Returned) outcome).payload()));
    }
    return answer.put("StatusCode", OK);
  }

  /** The same for InvocationType Event. */
  static JsonNode acceptedOfSdk() {
    return Json.NODES.objectNode().put("Payload", "").put("StatusCode", ACCEPTED);
  }
}
