package io.stepunit.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The fields of JSON data, by the names that lead to them. */
final class JsonParts {
  private static final int DEPTH = 3;

  /** Stands for each item of an array. */
  private static final String ITEMS = "*";

  private JsonParts() {}

  /** The ways to the fields of data, outer ones first. */
  static List<List<String>> of(JsonNode data) {
    List<List<String>> parts = new ArrayList<>();
    collect(data, List.of(), parts);
    parts.sort(Comparator.comparingInt(List::size));
    return parts;
  }

  private static void collect(JsonNode data, List<String> way, List<List<String>> parts) {
    if (way.size() == DEPTH) {
      return;
    }
    if (data instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> {
                List<String> longer = with(way, field.getKey());
                parts.add(longer);
                collect(field.getValue(), longer, parts);
              });
    } else if (data instanceof ArrayNode array && !array.isEmpty()) {
      collect(array.get(0), with(way, ITEMS), parts);
    }
  }

  private static List<String> with(List<String> way, String name) {
    List<String> longer = new ArrayList<>(way);
    longer.add(name);
    return longer;
  }

  /** The data without some fields. */
  static JsonNode without(JsonNode data, List<List<String>> parts) {
    JsonNode copy = data.deepCopy();
    parts.forEach(part -> remove(copy, part));
    return copy;
  }

  /** The data with nothing in the objects that hold what a service was asked for. */
  static JsonNode emptied(JsonNode data) {
    return inEnvelopes(data, inner -> Json.NODES.objectNode());
  }

  /** The data with texts in place of objects and arrays. */
  static JsonNode plain(JsonNode data) {
    return inEnvelopes(data, JsonParts::plainFields);
  }

  private static JsonNode inEnvelopes(JsonNode data, UnaryOperator<JsonNode> change) {
    if (!(data instanceof ObjectNode object)) {
      return data;
    }
    boolean isEnvelope = object.properties().stream().anyMatch(JsonParts::isEnvelope);
    if (!isEnvelope) {
      return change.apply(data);
    }
    ObjectNode less = Json.NODES.objectNode();
    object.properties().stream()
        .filter(JsonParts::isEnvelope)
        .forEach(field -> less.set(field.getKey(), change.apply(field.getValue())));
    return less;
  }

  private static boolean isEnvelope(Map.Entry<String, JsonNode> field) {
    return ReadData.ENVELOPES.contains(field.getKey());
  }

  private static JsonNode plainFields(JsonNode data) {
    if (!(data instanceof ObjectNode object)) {
      return data;
    }
    ObjectNode less = Json.NODES.objectNode();
    object
        .properties()
        .forEach(
            field -> {
              JsonNode value = field.getValue();
              less.set(
                  field.getKey(),
                  value.isContainerNode() ? Json.NODES.textNode(field.getKey()) : value);
            });
    return less;
  }

  private static void remove(JsonNode data, List<String> part) {
    String name = part.get(0);
    List<String> rest = part.subList(1, part.size());
    if (data instanceof ArrayNode array && name.equals(ITEMS) && !rest.isEmpty()) {
      array.forEach(item -> remove(item, rest));
    } else if (data instanceof ObjectNode object && rest.isEmpty()) {
      object.remove(name);
    } else if (data.has(name)) {
      remove(data.path(name), rest);
    }
  }
}
