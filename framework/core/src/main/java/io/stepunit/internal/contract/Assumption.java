package io.stepunit.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.List;

/**
 * What one mock assumed of one call in one test: what contracts are put together of.
 *
 * @param call with the one who assumes it
 */
public record Assumption(ContractedTask task, AssumedCall call) {
  /** The kind of its record. */
  public static final String KIND = "contract";

  /** The assumption in a record. */
  public static Assumption of(JsonNode record) {
    return new Assumption(
        ContractedTask.of(record),
        AssumedCall.of(record, List.of(AssumedBy.of(record.path("assumedBy")))));
  }

  /** The one who assumes it. */
  public AssumedBy by() {
    return call.assumedBy().get(0);
  }

  /** The record, its kind first. */
  public ObjectNode toRecord() {
    ObjectNode json = Json.NODES.objectNode().put("kind", KIND);
    json.setAll(task.toJson());
    json.setAll(call.toJson());
    return json.set("assumedBy", by().toJson());
  }

  /** The same for the same assumption of the same mock in any test. */
  public String keyWithoutTest() {
    ObjectNode json = Json.NODES.objectNode();
    json.setAll(task.toJson());
    json.setAll(call.toJson());
    return Json.text(json.put("mock", by().mock()).put("at", by().at()));
  }
}
