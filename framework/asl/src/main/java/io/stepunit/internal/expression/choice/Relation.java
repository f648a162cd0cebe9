package io.stepunit.internal.expression.choice;

import java.util.function.IntPredicate;

/** The relation that two values of one family must have. */
enum Relation {
  EQUALS("Equals", order -> order == 0),
  LESS_THAN("LessThan", order -> order < 0),
  GREATER_THAN("GreaterThan", order -> order > 0),
  LESS_THAN_EQUALS("LessThanEquals", order -> order <= 0),
  GREATER_THAN_EQUALS("GreaterThanEquals", order -> order >= 0);

  private final String suffix;
  private final IntPredicate holds;

  Relation(String suffix, IntPredicate holds) {
    this.suffix = suffix;
    this.holds = holds;
  }

  /** The end of the operators' names. */
  String suffix() {
    return suffix;
  }

  boolean holds(int order) {
    return order != Family.INCOMPARABLE && holds.test(order);
  }
}
