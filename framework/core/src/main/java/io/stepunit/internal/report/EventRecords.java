package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Writes a history in AWS's JSON, with numbers of values instead of their texts; what is too long
 * is cut and marked as AWS marks it.
 */
final class EventRecords {
  private final Data data;

  EventRecords(Data data) {
    this.data = data;
  }

  void write(JsonGenerator json, List<EventRecord> events) throws IOException {
    ArrayNode all = Json.NODES.arrayNode(events.size());
    for (EventRecord event : events) {
      JsonNode tree =
          HistoryJson.tree(
              event,
              (name, value) ->
                  Json.NODES.numberNode(
                      data.number(value, "%s of event %s".formatted(name, event.id()))));
      if (tree.path(event.type().detailsField()) instanceof ObjectNode details) {
        shorten(details, event);
      }
      all.add(tree);
    }
    json.writeFieldName("events");
    json.writeTree(all);
  }

  private void shorten(ObjectNode details, EventRecord event) {
    for (Map.Entry<String, JsonNode> field : List.copyOf(details.properties())) {
      JsonNode value = field.getValue();
      if (value.isTextual() && data.isTooLong(value.textValue())) {
        String what = "%s of event %s".formatted(field.getKey(), event.id());
        details.put(field.getKey(), data.text(value.textValue(), what));
      } else if (details.get(field.getKey() + "Details") instanceof ObjectNode marks
          && isCut(value)) {
        marks.put("truncated", true);
      }
    }
  }

  /** Of a value, or of one of several variables. */
  private boolean isCut(JsonNode value) {
    return value.isInt()
        ? !data.isWhole(value.intValue())
        : StreamSupport.stream(value.spliterator(), false).anyMatch(this::isCut);
  }
}
