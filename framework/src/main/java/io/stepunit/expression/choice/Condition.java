package io.stepunit.expression.choice;

import io.stepunit.expression.Scope;

/** A compiled choice rule: a data test, or And, Or, Not over others. */
@FunctionalInterface
public interface Condition {
  /**
   * Whether the rule holds.
   *
   * @throws io.stepunit.expression.EvaluationException if a path of the rule finds nothing
   */
  boolean test(Scope scope);
}
