package io.stepunit.internal.expression.choice;

import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds if one of the rules holds; the first that does settles it. */
final class Or implements Condition {
  private final Condition[] rules;

  Or(Condition[] rules) {
    this.rules = rules;
  }

  @Override
  public Stream<Read> reads() {
    return Arrays.stream(rules).flatMap(Condition::reads);
  }

  @Override
  public Set<String> variables() {
    return Arrays.stream(rules)
        .flatMap(rule -> rule.variables().stream())
        .collect(Collectors.toUnmodifiableSet());
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
