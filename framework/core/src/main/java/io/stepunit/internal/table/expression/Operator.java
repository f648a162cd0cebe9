package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.AttributeValue.Ordered;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The operators that compare two values. */
public enum Operator {
  EQUAL("=", order -> order == 0),
  NOT_EQUAL("<>", order -> order != 0),
  LESS("<", order -> order < 0),
  LESS_OR_EQUAL("<=", order -> order <= 0),
  GREATER(">", order -> order > 0),
  GREATER_OR_EQUAL(">=", order -> order >= 0);

  private final String symbol;
  private final IntPredicate holds;

  Operator(String symbol, IntPredicate holds) {
    this.symbol = symbol;
    this.holds = holds;
  }

  static Optional<Operator> of(String symbol) {
    return Arrays.stream(values()).filter(one -> one.symbol.equals(symbol)).findFirst();
  }

  /** The operator as it is written. */
  public String symbol() {
    return symbol;
  }

  /** Whether it asks for an order, which not all types have. */
  boolean isOfOrder() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  /** Whether it holds between two values, of which either may not be there. */
  boolean holds(Optional<AttributeValue> left, Optional<AttributeValue> right) {
    if (!isOfOrder()) {
      boolean areEqual = left.isPresent() && left.equals(right);
      return areEqual == (this == EQUAL);
    }
    return left.isPresent()
        && right.isPresent()
        && left.get().type() == right.get().type()
        && left.get() instanceof Ordered a
        && right.get() instanceof Ordered b
        && holds.test(AttributeValue.compare(a, b));
  }
}
