package io.stepunit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes data smaller as long as it keeps a property, for examples that people have to read. */
public final class SmallerJson {
  private SmallerJson() {}

  /**
   * The smallest data that is found by leaving out and simplifying one part after the other.
   *
   * @param keeps whether smaller data still has the property; it may stop the search by saying no
   */
  public static JsonNode of(JsonNode data, Predicate<JsonNode> keeps) {
    JsonNode smallest = data;
    boolean found = true;
    while (found) {
      found = false;
      for (JsonNode candidate : candidates(smallest)) {
        if (keeps.test(candidate)) {
          smallest = candidate;
          found = true;
          break;
        }
      }
    }
    return smallest;
  }

  /** Data that is one step smaller, what leaves out most first. */
  static List<JsonNode> candidates(JsonNode data) {
    List<JsonNode> candidates = new ArrayList<>();
    if (data instanceof ObjectNode object) {
      members(object, candidates);
    } else if (data instanceof ArrayNode array) {
      items(array, candidates);
    } else if (data.isTextual() && !data.textValue().isEmpty()) {
      candidates.add(Json.NODES.textNode(""));
    } else if (data.isNumber() && data.decimalValue().signum() != 0) {
      candidates.add(Json.NODES.numberNode(0));
    }
    return candidates;
  }

  private static void members(ObjectNode object, List<JsonNode> candidates) {
    if (object.size() > 1) {
      candidates.add(Json.NODES.objectNode());
    }
    object
        .properties()
        .forEach(
            member -> {
              ObjectNode less = copy(object);
              less.remove(member.getKey());
              candidates.add(less);
            });
    object
        .properties()
        .forEach(
            member ->
                candidates(member.getValue())
                    .forEach(
                        smaller -> {
                          ObjectNode changed = copy(object);
                          changed.set(member.getKey(), smaller);
                          candidates.add(changed);
                        }));
  }

  private static void items(ArrayNode array, List<JsonNode> candidates) {
    if (array.size() > 1) {
      candidates.add(Json.NODES.arrayNode());
    }
    for (int i = 0; i < array.size(); i++) {
      ArrayNode less = Json.NODES.arrayNode().addAll(array);
      less.remove(i);
      candidates.add(less);
    }
    for (int i = 0; i < array.size(); i++) {
      for (JsonNode smaller : candidates(array.get(i))) {
        ArrayNode changed = Json.NODES.arrayNode().addAll(array);
        changed.set(i, smaller);
        candidates.add(changed);
      }
    }
  }

  private static ObjectNode copy(ObjectNode object) {
    return Json.NODES.objectNode().setAll(object);
  }
}
