package io.stepunit.internal.expression.choice;

import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Wants;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Holds if a rule does not. */
record Not(Condition rule) implements Condition {
  @Override
  public Wants toSettle(Scope scope, boolean holds) {
    return rule.wants(scope, !holds);
  }

  @Override
  public boolean test(Scope scope) {
    return !rule.test(scope);
  }

  @Override
  public boolean test(Scope scope, Outcomes outcomes) {
    boolean holds = rule.test(scope, outcomes.within(0));
    outcomes.tested(0, holds);
    return !holds;
  }

  @Override
  public List<Operand> operands() {
    return List.of(new Operand("Not", rule));
  }

  @Override
  public Optional<Boolean> operandsOnce(boolean holds) {
    return Optional.of(!holds);
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
