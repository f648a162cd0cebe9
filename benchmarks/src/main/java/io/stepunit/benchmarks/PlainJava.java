package io.stepunit.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The workloads as somebody would write them by hand, copying the document at each transition. */
final class PlainJava {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlainJava() {}

  static JsonNode passChain(JsonNode input) {
    ObjectNode document = input.deepCopy();
    for (int step = 1; step <= 100; step++) {
      ObjectNode next = document.deepCopy();
      ObjectNode slot = NODES.objectNode();
      slot.set("orderId", document.get("order").get("id"));
      slot.set("amount", document.get("order").get("amount"));
      slot.put("step", step);
      slot.put("tag", "pass-chain");
      next.set("slot" + step % 5, slot);
      document = next;
    }
    return document;
  }

  static JsonNode choiceLoop(JsonNode input) {
    JsonNode document = input;
    do {
      ObjectNode next = NODES.objectNode();
      next.put("i", document.get("i").intValue() + 1);
      next.set("n", document.get("n"));
      document = next.deepCopy();
    } while (document.get("i").doubleValue() < document.get("n").doubleValue());
    return document;
  }

  static JsonNode map(JsonNode input) {
    ArrayNode results = NODES.arrayNode();
    for (JsonNode item : input.get("items")) {
      ObjectNode prepared = item.deepCopy();
      ObjectNode request = NODES.objectNode();
      request.set("sku", item.get("sku"));
      request.set("qty", item.get("qty"));
      request.put("warehouse", "EU-1");
      prepared.set("request", request);
      ObjectNode worked = prepared.deepCopy();
      worked.set("reservation", NODES.objectNode().put("reserved", true).put("ref", "r-1"));
      results.add(worked);
    }
    return results;
  }

  static JsonNode saga(JsonNode input) {
    JsonNode document = with(input, "validation", NODES.objectNode().put("valid", true));
    boolean valid =
        document.get("validation").get("valid").booleanValue()
            && document.get("order").get("total").doubleValue() > 0;
    if (!valid) {
      return with(document, "status", NODES.textNode("REJECTED"));
    }
    document = with(document, "reservation", NODES.objectNode().put("reservationId", "r-1"));
    ObjectNode payment = NODES.objectNode().put("paymentId", "p-1").put("status", "CHARGED");
    document = with(document, "payment", payment);
    ObjectNode error =
        NODES.objectNode().put("Error", "Carrier.Unavailable").put("Cause", "no carrier");
    document = with(document, "error", error);
    document = with(document, "refund", NODES.objectNode().put("refunded", true));
    document = with(document, "release", NODES.objectNode().put("released", true));
    return with(document, "status", NODES.textNode("REJECTED"));
  }

  private static JsonNode with(JsonNode document, String field, JsonNode value) {
    ObjectNode copy = document.deepCopy();
    copy.set(field, value);
    return copy;
  }
}
