package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
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
   * Calls a function with a value and as much of its place and of the whole as the function takes.
   */
  public JsonNode applyToItem(
      FunctionValue called, JsonNode value, JsonNode place, JsonNode whole) {
    return switch (called.arity()) {
      case 0, 1 -> apply(called, value);
      case 2 -> apply(called, value, place);
      default -> apply(called, value, place, whole);
    };
  }
}
