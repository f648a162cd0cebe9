package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.jspecify.annotations.Nullable;

/** A function that is not written in the expression, with some of its arguments. */
final class PartialFunction extends FunctionValue {
  private static final long serialVersionUID = 1L;

  private final FunctionValue function;
  private final @Nullable JsonNode[] given;
  private final int arity;

  /**
   * @param given null for each argument that is left
   */
  PartialFunction(FunctionValue function, @Nullable JsonNode[] given) {
    this.function = function;
    this.given = given;
    int left = 0;
    for (JsonNode argument : given) {
      left += argument == null ? 1 : 0;
    }
    arity = left;
  }

  @Override
  public int arity() {
    return arity;
  }

  @Override
  JsonNode apply(
      Evaluation evaluation, JsonNode[] arguments, JsonNode context, @Nullable String calledAs) {
    JsonNode[] all = new JsonNode[given.length];
    int next = 0;
    for (int i = 0; i < all.length; i++) {
      JsonNode known = given[i];
      if (known == null) {
        known = next < arguments.length ? arguments[next] : Values.UNDEFINED;
        next++;
      }
      all[i] = known;
    }
    return function.apply(evaluation, all, NullNode.getInstance(), null);
  }
}
