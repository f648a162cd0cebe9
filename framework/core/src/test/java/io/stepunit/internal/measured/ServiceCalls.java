package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.json.Json;

/** Calls the simulated API and compares its answers. */
final class ServiceCalls {
  private static final int PAGE = 1000;

  private final StepFunctionsEnvironment env;
  private final ValueMatch values;

  ServiceCalls(StepFunctionsEnvironment env, ValueMatch values) {
    this.env = env;
    this.values = values.with(ValueMatch.Extent.MEMBERS_GIVEN);
  }

  /**
   * Makes a call.
   *
   * @throws MissingOperationException if the API has no such operation
   * @throws StepFunctionsException if the call is refused
   */
  JsonNode call(String operation, Object request) {
    try {
      return env.api().call(operation, request);
    } catch (IllegalArgumentException e) {
      if (String.valueOf(e.getMessage()).startsWith("'" + operation + "' is not an operation")) {
        throw new MissingOperationException(operation);
      }
      throw e;
    }
  }

  /** All events of an execution. */
  JsonNode history(String executionArn) {
    ArrayNode events = Json.NODES.arrayNode();
    ObjectNode request =
        Json.NODES.objectNode().put("executionArn", executionArn).put("maxResults", PAGE);
    JsonNode page = call("GetExecutionHistory", request);
    page.get("events").forEach(events::add);
    while (page.has("nextToken")) {
      page = call("GetExecutionHistory", request.put("nextToken", page.get("nextToken").asText()));
      page.get("events").forEach(events::add);
    }
    return events;
  }

  /** What a call answered or how it was refused. */
  interface Call {
    JsonNode make();
  }

  /**
   * Makes a call whose answer was measured: {@code "ok"} or nothing for success, members of an
   * answer, or {@code {error, message}} for a refusal.
   *
   * @return the answer; missing if the call was refused
   */
  JsonNode expect(String where, JsonNode measured, Call call) {
    JsonNode answer;
    try {
      answer = call.make();
    } catch (StepFunctionsException e) {
      refusal(where, measured, e);
      return MissingNode.getInstance();
    }
    if (isRefusal(measured)) {
      values.findings().differs(where, Json.text(measured), "not refused: " + Json.text(answer));
    } else if (measured.isObject()) {
      values.compare(where, measured, answer);
    } else if (!measured.isMissingNode() && !measured.asText().equals("ok")) {
      throw new UnknownFormException(where + ": an answer is \"ok\" or an object: " + measured);
    }
    return answer;
  }

  static boolean isRefusal(JsonNode measured) {
    return measured.has("error") && measured.has("message");
  }

  private void refusal(String where, JsonNode measured, StepFunctionsException e) {
    if (!isRefusal(measured)) {
      values.findings().differs(where, Json.text(measured), "refused: " + e.getMessage());
      return;
    }
    values.compare(where + ".error", measured.get("error"), Json.NODES.textNode(e.error()));
    values.compare(where + ".message", measured.get("message"), Json.NODES.textNode(e.reason()));
    if (measured.has("reason")) {
      values.compare(
          where + ".reason",
          measured.get("reason"),
          e.validationReason()
              .map(reason -> (JsonNode) Json.NODES.textNode(reason))
              .orElseGet(MissingNode::getInstance));
    }
  }
}
