package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * One event of a history: what a case gives of it, or all that GetExecutionHistory tells.
 *
 * @param at seconds after the start; of the product's events their timestamp
 */
record MeasuredEvent(long id, long previous, String type, JsonNode details, Optional<JsonNode> at) {
  private static final String DETAILS = "EventDetails";
  private static final Set<String> OWN = Set.of("id", "prev", "type", "details", "at");

  /** An event of a case: its details stand below {@code details} or beside the other members. */
  static MeasuredEvent ofCase(JsonNode json) {
    ObjectNode details = Json.NODES.objectNode();
    if (json.has("details")) {
      details.setAll((ObjectNode) json.get("details"));
    }
    json.fields()
        .forEachRemaining(
            member -> {
              if (!OWN.contains(member.getKey())) {
                details.set(member.getKey(), member.getValue());
              }
            });
    return new MeasuredEvent(
        json.get("id").longValue(),
        json.get("prev").longValue(),
        json.get("type").textValue(),
        details,
        Optional.ofNullable(json.get("at")));
  }

  /** An event of an answer of GetExecutionHistory. */
  static MeasuredEvent ofAnswer(JsonNode json) {
    JsonNode details = Json.NODES.objectNode();
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (name.endsWith(DETAILS)) {
        details = json.get(name);
      }
    }
    return new MeasuredEvent(
        json.get("id").longValue(),
        json.get("previousEventId").longValue(),
        json.get("type").textValue(),
        details,
        Optional.of(json.get("timestamp")));
  }

  /** Whether nothing comes after it but a redrive. */
  boolean endsExecution() {
    return type.matches("Execution(Succeeded|Failed|Aborted|TimedOut)");
  }

  /** Whether it has its predecessor from whichever of several lines came last. */
  boolean isJoin() {
    return type.matches("(Parallel|Map)State(Succeeded|Exited)|MapIterationStarted");
  }

  @Override
  public String toString() {
    return "%s after %s: %s %s".formatted(id, previous, type, Json.text(details));
  }
}
