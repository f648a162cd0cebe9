package io.stepunit.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.HistoryJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a history in AWS's JSON; what is too long is cut and marked as AWS marks it. */
final class EventRecords {
  private final Data data;

  EventRecords(Data data) {
    this.data = data;
  }

  void write(JsonGenerator json, List<EventRecord> events) throws IOException {
    json.writeArrayFieldStart("events");
    for (EventRecord event : events) {
      JsonNode tree = HistoryJson.tree(event);
      if (tree.path(event.type().detailsField()) instanceof ObjectNode details) {
        shorten(details, event);
      }
      json.writeTree(tree);
    }
    json.writeEndArray();
  }

  private void shorten(ObjectNode details, EventRecord event) {
    List<Map.Entry<String, JsonNode>> texts = new ArrayList<>();
    details
        .fields()
        .forEachRemaining(
            field -> {
              if (field.getValue().isTextual() && data.isTooLong(field.getValue().textValue())) {
                texts.add(field);
              }
            });
    for (Map.Entry<String, JsonNode> field : texts) {
      String what = "%s of event %s".formatted(field.getKey(), event.id());
      details.put(field.getKey(), data.text(field.getValue().textValue(), what));
      if (details.get(field.getKey() + "Details") instanceof ObjectNode marks) {
        marks.put("truncated", true);
      }
    }
  }
}
