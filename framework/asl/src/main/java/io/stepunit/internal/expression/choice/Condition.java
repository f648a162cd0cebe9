package io.stepunit.internal.expression.choice;

import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.expression.Wants;
import java.util.List;
import java.util.Optional;
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

  /**
   * Tests the rule as {@link #test} does, and tells of each operand that this comes to.
   *
   * @param outcomes is told of the rule's own operands, not of the rule
   */
  default boolean test(Scope scope, Outcomes outcomes) {
    return test(scope);
  }

  /**
   * The rules that this one combines, in order; empty if it is no {@code And}, {@code Or} or {@code
   * Not}.
   */
  default List<Operand> operands() {
    return List.of();
  }

  /**
   * How all operands turned out, where the rule tells that by how it did itself: those of an {@code
   * And} that holds hold. Empty if they have to be tested, or there are none.
   */
  default Optional<Boolean> operandsOnce(boolean holds) {
    return Optional.empty();
  }

  /** What the data has to be like for the rule to hold, or not to hold. */
  default Wants wants(Scope scope, boolean holds) {
    return isSettled(scope, holds) ? Wants.FULFILLED : toSettle(scope, holds);
  }

  /** The same where it is not like that yet. */
  Wants toSettle(Scope scope, boolean holds);

  private boolean isSettled(Scope scope, boolean holds) {
    try {
      return test(scope) == holds;
    } catch (EvaluationException e) {
      return false;
    }
  }

  /** What the rule reads of the data, worked out at each call. */
  Stream<Read> reads();

  /** The names of the workflow variables that the rule reads, without {@code $}. */
  Set<String> variables();

  /**
   * A rule inside of another.
   *
   * @param pointer where it is in the other: {@code And/1}, {@code Not}
   */
  record Operand(String pointer, Condition rule) {}

  /** Is told how the operands of a rule turn out. */
  interface Outcomes {
    /**
     * An operand was tested.
     *
     * @param operand its index in {@link #operands}
     */
    void tested(int operand, boolean holds);

    /** What is told of an operand's own operands. */
    Outcomes within(int operand);
  }
}
