package io.stepunit.internal.expression.choice;

import io.stepunit.internal.expression.Scope;
import java.util.Set;

/** A compiled choice rule: a data test, or And, Or, Not over others. */
@FunctionalInterface
public interface Condition {
  /**
   * Whether the rule holds.
   *
   * @throws io.stepunit.internal.expression.EvaluationException if a path of the rule finds nothing
   */
  boolean test(Scope scope);

  /** The names of the workflow variables that the rule reads, without {@code $}. */
  default Set<String> variables() {
    return Set.of();
  }

  /** This rule, which reads these variables. */
  default Condition reading(Set<String> variables) {
    return variables.isEmpty() ? this : new ReadingCondition(this, variables);
  }
}
