package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.budget.WorkBudgets;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What an expression can see when it is evaluated. */
public interface Scope {
  /**
   * The value of {@code $}: which document that is depends on the field being evaluated. In JSONata
   * always the state's input, {@code $states.input}.
   */
  JsonNode input();

  /** The context object: {@code $$}, or {@code $states.context} in JSONata. */
  JsonNode context();

  /** The value of a workflow variable, or null if none of this name is assigned. */
  @Nullable JsonNode variable(String name);

  /** The seeded source of all randomness in one environment. */
  RandomGenerator random();

  /** Returns the virtual time. */
  Instant now();

  /** How much work an evaluation may do. */
  default WorkBudgets budgets() {
    return WorkBudgets.STANDARD;
  }

  /** {@code $states.result}, or null where the state has no result yet. */
  default @Nullable JsonNode result() {
    return null;
  }

  /** {@code $states.errorOutput}, or null outside a Catcher. */
  default @Nullable JsonNode errorOutput() {
    return null;
  }

  /** The same scope with another document as {@code $}. */
  default Scope withInput(JsonNode input) {
    return input == input() ? this : new DerivedScope(this, input, result(), errorOutput());
  }

  /** The same scope with {@code $states.result}. */
  default Scope withResult(JsonNode result) {
    return new DerivedScope(this, input(), result, null);
  }

  /** The same scope with {@code $states.errorOutput}. */
  default Scope withErrorOutput(JsonNode errorOutput) {
    return new DerivedScope(this, input(), null, errorOutput);
  }
}
