package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.budget.WorkBudgets;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A scope that sees another document as {@code $}, or what came of the state. */
record DerivedScope(
    Scope scope, JsonNode input, @Nullable JsonNode result, @Nullable JsonNode errorOutput)
    implements Scope {
  @Override
  public JsonNode context() {
    return scope.context();
  }

  @Override
  public @Nullable JsonNode variable(String name) {
    return scope.variable(name);
  }

  @Override
  public RandomGenerator random() {
    return scope.random();
  }

  @Override
  public Instant now() {
    return scope.now();
  }

  @Override
  public WorkBudgets budgets() {
    return scope.budgets();
  }

  @Override
  public Scope withInput(JsonNode other) {
    return other == input ? this : new DerivedScope(scope, other, result, errorOutput);
  }
}
