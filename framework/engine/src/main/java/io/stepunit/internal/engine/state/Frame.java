package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.budget.WorkBudgets;
import io.stepunit.internal.expression.Scope;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a behaviour can see: the state's raw input, context, variables, virtual time, randomness.
 */
public final class Frame implements Scope {
  private final JsonNode rawInput;
  private final WorkflowVariables variables;
  private final Supplier<JsonNode> contextSource;
  private final Instant now;
  private final RandomGenerator random;
  private final WorkBudgets budgets;
  private @Nullable JsonNode context;

  public Frame(
      JsonNode rawInput,
      WorkflowVariables variables,
      Supplier<JsonNode> contextSource,
      Instant now,
      RandomGenerator random,
      WorkBudgets budgets) {
    this.rawInput = rawInput;
    this.variables = variables;
    this.contextSource = contextSource;
    this.now = now;
    this.random = random;
    this.budgets = budgets;
  }

  /** The state's raw input. */
  @Override
  public JsonNode input() {
    return rawInput;
  }

  @Override
  public JsonNode context() {
    JsonNode known = context;
    if (known == null) {
      known = contextSource.get();
      context = known;
    }
    return known;
  }

  /** What has been seen of it so far, to be kept: it holds nothing of the execution. */
  public Scope seen() {
    return new SeenScope(rawInput, context, variables, now, budgets);
  }

  @Override
  public @Nullable JsonNode variable(String name) {
    return variables.get(name);
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public WorkBudgets budgets() {
    return budgets;
  }
}
