package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.json.Json;

/** The names of an object's members, in their order. */
final class Members {
  private Members() {}

  static ArrayNode of(JsonNode object) {
    ArrayNode names = Json.NODES.arrayNode();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
