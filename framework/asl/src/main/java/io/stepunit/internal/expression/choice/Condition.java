package io.stepunit.internal.expression.choice;

import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import java.util.Set;
import java.util.stream.Stream;

/** A compiled choice rule: a data test, And, Or, Not over others, or an expression in JSONata. */
public interface Condition {
  /**
   * Whether the rule holds.
   *
   * @throws io.stepunit.internal.expression.EvaluationException if a path of the rule finds nothing
   */
  boolean test(Scope scope);

  /** What the rule reads of the data, worked out at each call. */
  Stream<Read> reads();

  /** The names of the workflow variables that the rule reads, without {@code $}. */
  Set<String> variables();
}
