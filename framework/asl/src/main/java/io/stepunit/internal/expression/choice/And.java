package io.stepunit.internal.expression.choice;

import io.stepunit.internal.expression.Scope;

/** Holds if all rules hold; the first that does not settles it. */
final class And implements Condition {
  private final Condition[] rules;

  And(Condition[] rules) {
    this.rules = rules;
  }

  @Override
  public boolean test(Scope scope) {
    for (Condition rule : rules) {
      if (!rule.test(scope)) {
        return false;
      }
    }
    return true;
  }
}
