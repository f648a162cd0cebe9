package io.stepunit.internal.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts numbers in the place of an execution's values, as its record has them. */
final class NumberedValues {
  private final Map<JsonNode, Integer> numbers = new HashMap<>();
  private final ArrayNode values = Json.NODES.arrayNode();

  private NumberedValues() {}

  /** The record of an execution whose values stand where they belong. */
  static ObjectNode of(JsonNode execution) {
    return new NumberedValues().numbered(execution.deepCopy());
  }

  private ObjectNode numbered(ObjectNode record) {
    data(record, List.of("input", "output"));
    for (JsonNode event : record.path("events")) {
      for (JsonNode details : event) {
        texts(details, List.of("input", "output", "parameters"));
        JsonNode variables = details.path("assignedVariables");
        texts(variables, names(variables));
      }
    }
    for (JsonNode visit : record.path("visits")) {
      visit.path("flow").forEach(step -> data(step, List.of("value")));
      visit.path("attempts").forEach(attempt -> data(attempt, List.of("input", "result")));
      data(visit.path("assigned"), names(visit.path("assigned")));
    }
    return record.set("values", values);
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private void data(JsonNode object, List<String> names) {
    for (String name : names) {
      JsonNode value = object.path(name);
      if (!value.isMissingNode() && !value.isNull()) {
        ((ObjectNode) object).put(name, number(Json.NODES.textNode(Json.text(value))));
      }
    }
  }

  private void texts(JsonNode details, List<String> names) {
    for (String name : names) {
      if (details.path(name).isTextual()) {
        ((ObjectNode) details).put(name, number(value(details.path(name).asText())));
      }
    }
  }

  /** A text that was cut is no JSON. */
  private static JsonNode value(String text) {
    try {
      Json.parseData(text);
      return Json.NODES.textNode(text);
    } catch (JsonTextException e) {
      return Json.NODES.objectNode().put("text", text);
    }
  }

  private int number(JsonNode value) {
    return numbers.computeIfAbsent(
        value,
        each -> {
          values.add(each);
          return values.size() - 1;
        });
  }
}
