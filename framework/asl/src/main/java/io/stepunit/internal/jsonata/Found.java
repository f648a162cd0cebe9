package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.jspecify.annotations.Nullable;

/** What a step of a path makes of each of several items, in one sequence. */
final class Found {
  private final Budget budget;
  private final Sequence values;
  private @Nullable ArrayNode array;
  private int count;

  /**
   * @param items how many items there are
   */
  Found(int items, Budget budget) {
    this.budget = budget;
    values = new Sequence(items);
  }

  /** Adds what an item gives: of an array, its items, unless it stands in the expression as one. */
  void add(JsonNode value) {
    if (value == Values.UNDEFINED) {
      return;
    }
    count++;
    if (!(value instanceof ArrayNode found)) {
      values.add(value);
      return;
    }
    array = found;
    if (Sequence.isConstructed(found)) {
      values.add(found);
    } else {
      budget.steps(found.size());
      values.addAll(found);
      budget.grown(values);
    }
  }

  /**
   * All of it; undefined if that is nothing.
   *
   * @param last whether the step is the last one: what it makes of one item only is not flattened
   */
  JsonNode all(boolean last) {
    if (last && count == 1 && array != null && !Sequence.is(array)) {
      return array;
    }
    budget.grown(values);
    return values.isEmpty() ? Values.UNDEFINED : values;
  }
}
