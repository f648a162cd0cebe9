package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * {@code [predicate]}: a number chooses the item at that place, several numbers several, anything
 * else is asked of each item.
 */
final class Predicate {
  private static final String VALUE = "@";

  private final Code code;
  private final boolean constant;
  private final double place;

  Predicate(Code code) {
    this.code = code;
    JsonNode literal =
        code instanceof Leaves.Literal constantCode ? constantCode.literal : Values.UNDEFINED;
    constant = literal.isNumber();
    place = Math.floor(literal.doubleValue());
  }

  /** What is left of a value, or of the items of an array. */
  JsonNode apply(Evaluation evaluation, JsonNode input, Frame frame) {
    boolean tuples = Sequence.isTuples(input);
    Sequence results = tuples ? Sequence.ofTuples() : new Sequence();
    ArrayNode items = input instanceof ArrayNode array ? array : Sequence.of(input);
    if (constant) {
      return item(items, results);
    }
    for (int i = 0; i < items.size(); i++) {
      JsonNode item = items.get(i);
      JsonNode result =
          tuples
              ? code.run(evaluation, item.path(VALUE), Frame.of(frame, (ObjectNode) item))
              : code.run(evaluation, item, frame);
      for (int hits = hits(result, i, items.size()); hits > 0; hits--) {
        results.add(item);
      }
    }
    return results;
  }

  private JsonNode item(ArrayNode items, Sequence results) {
    double index = place < 0 ? items.size() + place : place;
    JsonNode item = index >= 0 && index < items.size() ? items.get((int) index) : Values.UNDEFINED;
    if (item.isArray()) {
      return item;
    }
    if (item != Values.UNDEFINED) {
      results.add(item);
    }
    return results;
  }

  /** How often a result chooses an item. */
  private static int hits(JsonNode result, int index, int size) {
    if (result instanceof BooleanNode) {
      return result.booleanValue() ? 1 : 0;
    }
    if (Values.isNumeric(result)) {
      return isAt(result, index, size) ? 1 : 0;
    }
    if (!Values.isArrayOfNumbers(result)) {
      return Values.isTrue(result) ? 1 : 0;
    }
    int hits = 0;
    for (JsonNode number : result) {
      hits += isAt(number, index, size) ? 1 : 0;
    }
    return hits;
  }

  private static boolean isAt(JsonNode number, int index, int size) {
    double place = Math.floor(number.doubleValue());
    return (place < 0 ? size + place : place) == index;
  }
}
