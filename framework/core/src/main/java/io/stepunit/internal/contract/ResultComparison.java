package io.stepunit.internal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonDifference;
import io.stepunit.internal.json.JsonPointers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares what a handler gave with what was assumed. */
final class ResultComparison {
  private final boolean exact;
  private final List<Difference> differences = new ArrayList<>();

  private ResultComparison(boolean exact) {
    this.exact = exact;
  }

  /**
   * Where they differ.
   *
   * @param exact whether values count and fields that were not assumed; else the assumed fields
   *     have to be there with values of the same kind
   */
  static List<Difference> of(JsonNode assumed, JsonNode given, boolean exact) {
    ResultComparison comparison = new ResultComparison(exact);
    comparison.compare("", assumed, given);
    return comparison.differences;
  }

  private void compare(String at, JsonNode assumed, JsonNode given) {
    if (assumed.getNodeType() != given.getNodeType()) {
      differs(at, "assumed is %s, given is %s".formatted(described(assumed), described(given)));
    } else if (assumed.isObject()) {
      fields(at, assumed, given);
    } else if (assumed.isArray()) {
      items(at, assumed, given);
    } else if (exact && !Json.sameValue(assumed, given)) {
      differs(at, "assumed is %s, given is %s".formatted(shown(assumed), shown(given)));
    }
  }

  private void fields(String at, JsonNode assumed, JsonNode given) {
    for (Map.Entry<String, JsonNode> field : assumed.properties()) {
      JsonNode other = given.get(field.getKey());
      String below = JsonPointers.child(at, field.getKey());
      if (other == null) {
        differs(below, "assumed is %s, given is nothing".formatted(described(field.getValue())));
      } else {
        compare(below, field.getValue(), other);
      }
    }
    if (exact) {
      for (Map.Entry<String, JsonNode> field : given.properties()) {
        if (!assumed.has(field.getKey())) {
          differs(
              JsonPointers.child(at, field.getKey()),
              "assumed is nothing, given is %s".formatted(described(field.getValue())));
        }
      }
    }
  }

  private void items(String at, JsonNode assumed, JsonNode given) {
    if (exact && assumed.size() != given.size()) {
      differs(at, "assumed are %s items, given are %s".formatted(assumed.size(), given.size()));
    } else if (!exact && !assumed.isEmpty() && given.isEmpty()) {
      differs(at, "assumed are items, given is an empty array");
    } else if (exact) {
      for (int i = 0; i < assumed.size(); i++) {
        compare(JsonPointers.child(at, i), assumed.get(i), given.get(i));
      }
    } else if (!assumed.isEmpty()) {
      for (int i = 0; i < given.size(); i++) {
        item(JsonPointers.child(at, i), assumed, given.get(i));
      }
    }
  }

  /** An item has to be like one of those that were assumed: like the first one, for a message. */
  private void item(String at, JsonNode assumed, JsonNode given) {
    boolean isKnown = false;
    for (JsonNode each : assumed) {
      isKnown |= of(each, given, false).isEmpty();
    }
    if (!isKnown) {
      compare(at, assumed.get(0), given);
    }
  }

  private void differs(String at, String text) {
    differences.add(new Difference(at, text));
  }

  private static String described(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "the string " + shown(value);
      case NUMBER -> "the number " + shown(value);
      case OBJECT -> "the object " + shown(value);
      case ARRAY -> "the array " + shown(value);
      default -> shown(value);
    };
  }

  private static String shown(JsonNode value) {
    return JsonDifference.shortened(value);
  }
}
