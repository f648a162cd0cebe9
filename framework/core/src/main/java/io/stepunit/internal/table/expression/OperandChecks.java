package io.stepunit.internal.table.expression;

import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.AttributeValue.Ordered;
import io.stepunit.internal.table.value.TableException;
import io.stepunit.internal.table.value.ValueWriter;
import java.util.List;
import java.util.Optional;

/** Refuses operands that an operator cannot work on, as far as the request tells. */
final class OperandChecks {
  private final ExpressionKind kind;

  OperandChecks(ExpressionKind kind) {
    this.kind = kind;
  }

  Condition comparison(Operator operator, Operand left, Operand right) {
    apart(operator.symbol(), left, List.of(right));
    if (operator.isOfOrder()) {
      requireOrdered(operator.symbol(), left);
      requireOrdered(operator.symbol(), right);
    }
    return new Condition.Comparison(operator, left, right);
  }

  Condition between(Operand value, Operand lower, Operand upper) {
    List.of(value, lower, upper).forEach(operand -> requireOrdered("BETWEEN", operand));
    apart("BETWEEN", value, List.of(lower, upper));
    if (lower.literal().isPresent() && upper.literal().isPresent()) {
      requireRange((Ordered) lower.literal().get(), (Ordered) upper.literal().get());
    }
    return new Condition.Between(value, lower, upper);
  }

  private void requireRange(Ordered lower, Ordered upper) {
    if (lower.type() != upper.type()) {
      throw range("same data type for lower and upper bounds", lower, upper);
    }
    if (AttributeValue.compare(lower, upper) > 0) {
      throw range("upper bound to be greater than or equal to lower bound", lower, upper);
    }
  }

  private TableException range(String asked, Ordered lower, Ordered upper) {
    return kind.invalid(
        "The BETWEEN operator requires %s; lower bound operand: %s, upper bound operand: %s"
            .formatted(asked, shown(lower), shown(upper)));
  }

  private static String shown(Ordered value) {
    return "AttributeValue: {%s:%s}".formatted(value.type(), ValueWriter.text(value));
  }

  private void requireOrdered(String operator, Operand operand) {
    Optional<AttributeValue> literal = operand.literal();
    if (literal.isPresent() && !literal.get().type().isOrdered()) {
      throw wrongType(operator, literal.get());
    }
  }

  /**
   * The refusal of a value of a type that an operator or a function does not take.
   *
   * @param operator as it is written
   */
  TableException wrongType(String operator, AttributeValue value) {
    return kind.invalid(
        "Incorrect operand type for operator or function; operator or function: %s, operand type: %s"
            .formatted(operator, value.type()));
  }

  /** The other operands, none of which is the first. */
  List<Operand> apart(String operator, Operand first, List<Operand> others) {
    if (others.contains(first)) {
      throw kind.invalid(
          "The first operand must be distinct from the remaining operands for this operator or function; operator: %s, first operand: %s"
              .formatted(operator, first));
    }
    return others;
  }
}
