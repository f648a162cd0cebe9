package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.jsonata.Node;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Solves arithmetic for one side, the other being what it is. */
final class Arithmetic {
  private Arithmetic() {}

  static Wants of(
      NodeWants wants, Node.Binary binary, JsonNode wanted, Optional<DataPath> context) {
    if (!wanted.isNumber()) {
      return Wants.IMPOSSIBLE;
    }
    BigDecimal result = wanted.decimalValue();
    String operator = binary.operator();
    Wants byLeft =
        number(wants, binary.right())
            .flatMap(right -> left(operator, right, result))
            .map(left -> wants.is(binary.left(), Json.NODES.numberNode(left), context))
            .orElse(Wants.IMPOSSIBLE);
    Wants byRight =
        number(wants, binary.left())
            .flatMap(left -> right(operator, left, result))
            .map(right -> wants.is(binary.right(), Json.NODES.numberNode(right), context))
            .orElse(Wants.IMPOSSIBLE);
    return byLeft.or(byRight);
  }

  private static Optional<BigDecimal> number(NodeWants wants, Node node) {
    return wants.values().of(node).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
  }

  private static Optional<BigDecimal> left(String operator, BigDecimal right, BigDecimal result) {
    return switch (operator) {
      case "+" -> Optional.of(result.subtract(right));
      case "-" -> Optional.of(result.add(right));
      case "*" -> quotient(result, right);
      default -> Optional.of(result.multiply(right));
    };
  }

  private static Optional<BigDecimal> right(String operator, BigDecimal left, BigDecimal result) {
    return switch (operator) {
      case "+" -> Optional.of(result.subtract(left));
      case "-" -> Optional.of(left.subtract(result));
      case "*" -> quotient(result, left);
      default -> quotient(left, result);
    };
  }

  private static Optional<BigDecimal> quotient(BigDecimal of, BigDecimal by) {
    return by.signum() == 0 ? Optional.empty() : Optional.of(of.divide(by, MathContext.DECIMAL64));
  }
}
