package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.aws.ResponseMetadata;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.SentJson;
import io.stepunit.internal.lambda.FunctionOutcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What Lambda's Invoke answers, as the two integrations show it. */
final class LambdaEnvelope {
  private static final String SERVICE = "lambda";
  private static final String VERSION = "$LATEST";
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  /** The members that Lambda's answer has around what the function returned. */
  private static final Set<String> MEMBERS =
      Set.of(
          "ExecutedVersion",
          "FunctionError",
          "LogResult",
          "Payload",
          "SdkHttpMetadata",
          "SdkResponseMetadata",
          "StatusCode");

  private LambdaEnvelope() {}

  /**
   * Whether a result may be one of {@code lambda:invoke}: it has some of what stands around, or is
   * the empty object of a test that reads nothing of it.
   */
  static boolean mayBe(JsonNode result) {
    return result.isObject() && (result.isEmpty() || MEMBERS.stream().anyMatch(result::has));
  }

  /** The result of {@code arn:aws:states:::lambda:invoke} around what a function returned. */
  static JsonNode around(JsonNode payload) {
    ObjectNode envelope = Json.NODES.objectNode().put("ExecutedVersion", VERSION);
    envelope.set("Payload", payload);
    envelope.put("StatusCode", OK);
    Map<String, String> headers =
        new HashMap<>(ResponseMetadata.contentOf(payload, "application/json"));
    headers.put("X-Amz-Executed-Version", VERSION);
    ResponseMetadata.addTo(envelope, SERVICE, OK, headers);
    return envelope;
  }

  /** What comes back of InvocationType Event: the function runs later, nobody sees its result. */
  static JsonNode accepted() {
    ObjectNode envelope = Json.NODES.objectNode();
    envelope.set("Payload", NullNode.getInstance());
    envelope.put("StatusCode", ACCEPTED);
    ResponseMetadata.addTo(envelope, SERVICE, ACCEPTED, Map.of("Content-Length", "0"));
    return envelope;
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
