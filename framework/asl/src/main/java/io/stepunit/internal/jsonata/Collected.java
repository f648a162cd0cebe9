package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * Values after one another, as {@link Values#appended} puts two of them, without a copy for each.
 */
final class Collected {
  private JsonNode value;
  private boolean owned;

  Collected(JsonNode first) {
    value = first;
  }

  /** What there is so far: the only value, or an array of all of them. */
  JsonNode value() {
    return value;
  }

  /** Adds a value, or the items of an array. Undefined adds nothing. */
  void add(JsonNode item, Budget budget) {
    if (item == Values.UNDEFINED) {
      return;
    }
    if (value == Values.UNDEFINED) {
      value = item;
      return;
    }
    ArrayNode all = owned ? (ArrayNode) value : all(budget);
    append(all, item, budget);
    budget.grown(all);
  }

  private ArrayNode all(Budget budget) {
    ArrayNode all = Values.array();
    append(all, value, budget);
    value = all;
    owned = true;
    return all;
  }

  private static void append(ArrayNode all, JsonNode item, Budget budget) {
    if (item instanceof ArrayNode array) {
      budget.steps(array.size());
      all.addAll(array);
    } else {
      all.add(item);
    }
  }
}
