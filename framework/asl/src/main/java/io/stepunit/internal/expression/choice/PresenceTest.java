package io.stepunit.internal.expression.choice;

import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.expression.path.Path;
import java.util.Set;
import java.util.stream.Stream;

/** {@code IsPresent}. */
record PresenceTest(Path variable, boolean expected) implements Condition {
  @Override
  public boolean test(Scope scope) {
    return (variable.find(scope) != null) == expected;
  }

  @Override
  public Wants toSettle(Scope scope, boolean holds) {
    return Wants.of(holds == expected ? Want.some(variable.data()) : Want.nothing(variable.data()));
  }

  @Override
  public Stream<Read> reads() {
    return variable.reads(Read.optional(variable.data()));
  }

  @Override
  public Set<String> variables() {
    return variable.variables();
  }
}
