package io.stepunit.internal.expression.choice;

import io.stepunit.internal.expression.Scope;

/** Holds if one of the rules holds; the first that does settles it. */
final class Or implements Condition {
  private final Condition[] rules;

  Or(Condition[] rules) {
    this.rules = rules;
  }

  @Override
  public boolean test(Scope scope) {
    for (Condition rule : rules) {
      if (rule.test(scope)) {
        return true;
      }
    }
    return false;
  }
}
