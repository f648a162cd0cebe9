package io.stepunit.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;

/** Writes the same value always in the same way, whoever made it. */
final class SortedMembers {
  private SortedMembers() {}

  /** The same value with the members of all its objects in the order of their names. */
  static JsonNode of(JsonNode value) {
    if (value instanceof ObjectNode object) {
      ObjectNode sorted = Json.sorted(object);
      sorted.properties().forEach(member -> member.setValue(of(member.getValue())));
      return sorted;
    }
    if (value.isArray()) {
      ArrayNode items = Json.NODES.arrayNode(value.size());
      value.forEach(item -> items.add(of(item)));
      return items;
    }
    return value;
  }
}
