package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What a function may ask for besides its arguments. */
public final class Call {
  private final Evaluation evaluation;
  private final String function;
  private final JsonNode context;

  Call(Evaluation evaluation, String function, JsonNode context) {
    this.evaluation = evaluation;
    this.function = function;
    this.context = context;
  }

  /** The function's own name, without {@code $}. */
  public String function() {
    return function;
  }

  /** The context at the place of the call. */
  public JsonNode context() {
    return context;
  }

  /** What the evaluation may still do: loops count here, and so do texts and arrays made. */
  public Budget budget() {
    return evaluation.budget();
  }

  /** The time of the whole evaluation. */
  public Instant now() {
    return evaluation.surroundings().now();
  }

  public RandomGenerator random() {
    return evaluation.surroundings().random();
  }

  /** Calls a function that was given as an argument. */
  public JsonNode apply(FunctionValue called, JsonNode... arguments) {
    return called.apply(evaluation, arguments, NullNode.getInstance(), null);
  }

  /**
   * Calls a function with an item and as much of its index and of the array as the function takes.
   */
  public JsonNode applyToItem(FunctionValue called, ArrayNode array, int index) {
    JsonNode item = array.get(index);
    return called.arity() < 2
        ? apply(called, item)
        : applyToPart(called, item, IntNode.valueOf(index), array);
  }

  /** The same for the value of a member, whose place is its name. */
  public JsonNode applyToMember(
      FunctionValue called, ObjectNode object, Map.Entry<String, JsonNode> member) {
    return applyToPart(called, member.getValue(), TextNode.valueOf(member.getKey()), object);
  }

  private JsonNode applyToPart(
      FunctionValue called, JsonNode value, JsonNode place, JsonNode whole) {
    return switch (called.arity()) {
      case 0, 1 -> apply(called, value);
      case 2 -> apply(called, value, place);
      default -> apply(called, value, place, whole);
    };
  }
}
