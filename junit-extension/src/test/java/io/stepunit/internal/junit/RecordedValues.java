package io.stepunit.internal.junit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Map;

/** Puts the values of a recorded execution in the places of their numbers. */
final class RecordedValues {
  private RecordedValues() {}

  /** The same record; one that is no execution stays as it is. */
  static JsonNode put(JsonNode record) {
    JsonNode values = record.path("values");
    put(record, List.of("input", "output"), values);
    for (JsonNode visit : record.path("visits")) {
      visit.path("flow").forEach(step -> put(step, List.of("value"), values));
      visit.path("attempts").forEach(each -> put(each, List.of("input", "result"), values));
      put(visit.path("assigned"), names(visit.path("assigned")), values);
    }
    return record;
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static void put(JsonNode object, List<String> names, JsonNode values) {
    for (String name : names) {
      if (object.path(name).isInt() && values.has(object.path(name).asInt())) {
        JsonNode value = values.get(object.path(name).asInt());
        ((ObjectNode) object)
            .set(name, value.isTextual() ? Json.parse(value.asText()) : value.path("text"));
      }
    }
  }
}
