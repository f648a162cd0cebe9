package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import org.jspecify.annotations.Nullable;

/** A function that was given as an argument: it does not see the context of its caller. */
final class HandedOver extends FunctionValue {
  private static final long serialVersionUID = 1L;

  private final FunctionValue function;

  private HandedOver(FunctionValue function) {
    this.function = function;
  }

  static HandedOver of(FunctionValue function) {
    return function instanceof HandedOver already ? already : new HandedOver(function);
  }

  /** What it was before. */
  FunctionValue function() {
    return function;
  }

  @Override
  public int arity() {
    return function.arity();
  }

  @Override
  boolean isTrue() {
    return false;
  }

  @Override
  JsonNode apply(
      Evaluation evaluation, JsonNode[] arguments, JsonNode context, @Nullable String calledAs) {
    return function.apply(evaluation, arguments, NullNode.getInstance(), calledAs);
  }
}
