package io.stepunit.internal.expression.choice;

import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import java.util.Set;
import java.util.stream.Stream;

/** Holds if a rule does not. */
record Not(Condition rule) implements Condition {
  @Override
  public boolean test(Scope scope) {
    return !rule.test(scope);
  }

  @Override
  public Stream<Read> reads() {
    return rule.reads();
  }

  @Override
  public Set<String> variables() {
    return rule.variables();
  }
}
