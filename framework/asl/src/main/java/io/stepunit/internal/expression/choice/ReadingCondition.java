package io.stepunit.internal.expression.choice;

import io.stepunit.internal.expression.Scope;
import java.util.Set;

/** A rule that is known to read workflow variables. */
record ReadingCondition(Condition rule, Set<String> variables) implements Condition {
  @Override
  public boolean test(Scope scope) {
    return rule.test(scope);
  }
}
