package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * An item of a Map Run that AWS started in some runs and not in others: it succeeded, or was left
 * pending.
 *
 * @param allowed the values of counts that go together
 */
record Race(List<JsonNode> allowed) {
  /**
   * @param racing by the names of counts the allowed values; or the item, which then may be pending
   *     in place of succeeded
   */
  static Optional<Race> of(JsonNode racing, JsonNode counts) {
    if (racing.isMissingNode()) {
      return Optional.empty();
    }
    if (racing.has("item")) {
      ObjectNode pending = Json.NODES.objectNode();
      pending.put("pending", counts.path("pending").asInt() + 1);
      pending.put("succeeded", counts.path("succeeded").asInt() - 1);
      return Optional.of(new Race(List.of(Json.NODES.objectNode(), pending)));
    }
    List<JsonNode> allowed = new ArrayList<>();
    for (Iterator<String> names = racing.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      for (int i = 0; i < racing.get(name).size(); i++) {
        while (allowed.size() <= i) {
          allowed.add(Json.NODES.objectNode());
        }
        ((ObjectNode) allowed.get(i)).set(name, racing.get(name).get(i));
      }
    }
    return Optional.of(new Race(allowed));
  }

  /** The measured counts with each set of allowed values. */
  List<JsonNode> variants(JsonNode counts) {
    return allowed.stream()
        .<JsonNode>map(values -> ((ObjectNode) counts.deepCopy()).setAll((ObjectNode) values))
        .toList();
  }
}
