package io.stepunit.internal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource;

/**
 * What the optimized {@code events:putEvents} sends: the ARNs of the state machine and of its
 * execution stand at the end of the {@code Resources} of each entry. See "Add EventBridge events
 * with Step Functions" in the AWS Step Functions Developer Guide. The history shows the input
 * without them.
 */
public final class EventEntries {
  private EventEntries() {}

  /**
   * The input of a Task as it is sent: the effective input, for putEvents with the ARNs.
   *
   * @param input stays as it is
   */
  public static JsonNode sent(
      Resource resource, JsonNode input, String executionArn, String stateMachineArn) {
    if (!isPutEvents(resource) || !input.path("Entries").isArray()) {
      return input;
    }
    ObjectNode sent = input.deepCopy();
    sent.get("Entries").forEach(entry -> addArns(entry, executionArn, stateMachineArn));
    return sent;
  }

  private static boolean isPutEvents(Resource resource) {
    return resource instanceof Resource.Service service
        && service.service().equals("events")
        && service.action().equals("putEvents");
  }

  /** Anything that is not an entry is left to the receiver of the request, which refuses it. */
  private static void addArns(JsonNode entry, String executionArn, String stateMachineArn) {
    JsonNode given = entry.path("Resources");
    if (entry instanceof ObjectNode fields && (given.isArray() || given.isMissingNode())) {
      ArrayNode resources = given instanceof ArrayNode array ? array : Json.NODES.arrayNode();
      resources.add(stateMachineArn).add(executionArn);
      fields.set("Resources", resources);
    }
  }
}
