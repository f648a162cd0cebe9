package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.jspecify.annotations.Nullable;

/** The operators between two values, and the sign of one. */
final class Operators {
  private static final double LARGEST_RANGE = 1e7;

  private Operators() {}

  /** Both sides are evaluated, then the operator is applied. */
  abstract static class Binary extends Code {
    final String operator;
    final Code left;
    final Code right;
    final int position;

    Binary(String operator, Code left, Code right, int position) {
      this.operator = operator;
      this.left = left;
      this.right = right;
      this.position = position;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      JsonNode a = left.run(evaluation, input, frame);
      JsonNode b = right.run(evaluation, input, frame);
      try {
        return apply(a, b, evaluation.budget());
      } catch (JsonataError e) {
        throw e.with("token", operator).at(position);
      }
    }

    abstract JsonNode apply(JsonNode a, JsonNode b, Budget budget);
  }

  /** An operator that is usually between numbers: those of an object are looked at on the spot. */
  abstract static class OnNumbers extends Binary {
    private final @Nullable FieldPair pair;

    OnNumbers(String operator, Code left, Code right, int position) {
      super(operator, left, right, position);
      pair = FieldPair.of(left, right);
    }

    @Override
    final JsonNode run(Evaluation evaluation, JsonNode input, Frame frame) {
      if (pair != null
          && input instanceof ObjectNode object
          && pair.left(object) instanceof NumericNode a
          && pair.right(object) instanceof NumericNode b) {
        JsonNode result = ofNumbers(a.doubleValue(), b.doubleValue());
        if (result != null) {
          evaluation.budget().nodes(FieldPair.LEVELS, pair.nodes);
          return result;
        }
      }
      return super.run(evaluation, input, frame);
    }

    /** The result for two numbers; null if it is an error. */
    abstract @Nullable JsonNode ofNumbers(double a, double b);
  }

  static Code of(String operator, Code left, Code right, int position) {
    return switch (operator) {
      case "and", "or" -> new Logical(operator.equals("and"), left, right, position);
      case "=", "!=" -> new Equality(operator, left, right, position);
      case "<", "<=", ">", ">=" -> new Comparison(operator, left, right, position);
      case "&" -> new Concatenation(left, right, position);
      case ".." -> new Range(left, right, position);
      case "in" -> new Inclusion(left, right, position);
      default -> new Arithmetic(operator, left, right, position);
    };
  }

  /** {@code + - * / %}. */
  private static final class Arithmetic extends OnNumbers {
    private final char sign;

    Arithmetic(String operator, Code left, Code right, int position) {
      super(operator, left, right, position);
      sign = operator.charAt(0);
    }

    @Override
    JsonNode apply(JsonNode a, JsonNode b, Budget budget) {
      if (a instanceof NumericNode && b instanceof NumericNode) {
        JsonNode result = ofNumbers(a.doubleValue(), b.doubleValue());
        if (result != null) {
          return result;
        }
      }
      if (a != Values.UNDEFINED && !Values.isNumeric(a)) {
        throw new JsonataError("T2001").with("value", a);
      }
      if (b != Values.UNDEFINED && !Values.isNumeric(b)) {
        throw new JsonataError("T2002").with("value", b);
      }
      return Values.UNDEFINED;
    }

    @Override
    @Nullable JsonNode ofNumbers(double a, double b) {
      return Double.isFinite(a) && Double.isFinite(b) ? result(a, b) : null;
    }

    private JsonNode result(double x, double y) {
      return Values.number(
          switch (sign) {
            case '+' -> x + y;
            case '-' -> x - y;
            case '*' -> x * y;
            case '/' -> x / y;
            default -> x % y;
          });
    }
  }

  /** {@code =} and {@code !=}: what is undefined is neither. */
  private static final class Equality extends OnNumbers {
    private final boolean equal;

    Equality(String operator, Code left, Code right, int position) {
      super(operator, left, right, position);
      equal = operator.equals("=");
    }

    @Override
    JsonNode apply(JsonNode a, JsonNode b, Budget budget) {
      boolean known = a != Values.UNDEFINED && b != Values.UNDEFINED;
      if (known && a.isContainerNode()) {
        budget.steps(a.size());
      }
      return Values.truth(known && Values.areEqual(a, b) == equal);
    }

    @Override
    JsonNode ofNumbers(double a, double b) {
      return Values.truth(a == b == equal);
    }
  }

  /** {@code < <= > >=}. */
  private static final class Comparison extends OnNumbers {
    private final boolean less;
    private final boolean orEqual;

    Comparison(String operator, Code left, Code right, int position) {
      super(operator, left, right, position);
      less = operator.startsWith("<");
      orEqual = operator.endsWith("=");
    }

    @Override
    JsonNode apply(JsonNode a, JsonNode b, Budget budget) {
      if (a instanceof NumericNode && b instanceof NumericNode) {
        return Values.truth(holds(a.doubleValue(), b.doubleValue()));
      }
      if (!isComparable(a) || !isComparable(b)) {
        boolean first = !a.isNumber() && !a.isTextual();
        throw new JsonataError("T2010").with("value", first ? a : b);
      }
      if (a == Values.UNDEFINED || b == Values.UNDEFINED) {
        return Values.UNDEFINED;
      }
      if (a.isNumber() != b.isNumber()) {
        throw new JsonataError("T2009").with("value", a).with("value2", b);
      }
      return Values.truth(holds(a.textValue().compareTo(b.textValue()), 0));
    }

    @Override
    JsonNode ofNumbers(double a, double b) {
      return Values.truth(holds(a, b));
    }

    private boolean holds(double a, double b) {
      if (a == b) {
        return orEqual;
      }
      return less ? a < b : a > b;
    }

    private static boolean isComparable(JsonNode value) {
      return value instanceof NumericNode || value instanceof TextNode || value == Values.UNDEFINED;
    }
  }

  /** {@code and} and {@code or}: the right side is evaluated only if it counts. */
  private static final class Logical extends Code {
    private final boolean and;
    private final Code left;
    private final Code right;
    private final int position;

    Logical(boolean and, Code left, Code right, int position) {
      this.and = and;
      this.left = left;
      this.right = right;
      this.position = position;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      JsonNode first = left.run(evaluation, input, frame);
      try {
        if (Values.isTrue(first) != and) {
          return Values.truth(!and);
        }
        return Values.truth(Values.isTrue(right.run(evaluation, input, frame)));
      } catch (JsonataError e) {
        // JSONata names this operator whatever has failed on its right.
        throw e.with("token", and ? "and" : "or").at(position);
      }
    }
  }

  /** {@code &}. */
  private static final class Concatenation extends Binary {
    Concatenation(Code left, Code right, int position) {
      super("&", left, right, position);
    }

    @Override
    JsonNode apply(JsonNode a, JsonNode b, Budget budget) {
      String first = JsonText.string(a, false, budget);
      String second = JsonText.string(b, false, budget);
      budget.text((long) first.length() + second.length());
      return Values.text(first.concat(second));
    }
  }

  /** {@code ..} */
  private static final class Range extends Binary {
    Range(Code left, Code right, int position) {
      super("..", left, right, position);
    }

    @Override
    JsonNode apply(JsonNode a, JsonNode b, Budget budget) {
      if (a != Values.UNDEFINED && !isInteger(a)) {
        throw new JsonataError("T2003").with("value", a);
      }
      if (b != Values.UNDEFINED && !isInteger(b)) {
        throw new JsonataError("T2004").with("value", b);
      }
      if (a == Values.UNDEFINED || b == Values.UNDEFINED) {
        return Values.UNDEFINED;
      }
      double first = a.doubleValue();
      double size = b.doubleValue() - first + 1;
      if (size > LARGEST_RANGE) {
        throw new JsonataError("D2014").with("value", Values.number(size));
      }
      if (size < 1) {
        return Values.UNDEFINED;
      }
      return numbers(first, (int) size, budget);
    }

    private static Sequence numbers(double first, int count, Budget budget) {
      budget.numbers(count);
      budget.steps(count);
      Sequence numbers = new Sequence();
      boolean small = Math.abs(first) + count < Integer.MAX_VALUE;
      for (int i = 0; i < count; i++) {
        numbers.add(small ? IntNode.valueOf((int) first + i) : Values.number(first + i));
      }
      return numbers;
    }

    private static boolean isInteger(JsonNode value) {
      double number = value.isNumber() ? value.doubleValue() : Double.NaN;
      return Double.isFinite(number) && number == Math.rint(number);
    }
  }

  /** {@code in}. */
  private static final class Inclusion extends Binary {
    Inclusion(Code left, Code right, int position) {
      super("in", left, right, position);
    }

    @Override
    JsonNode apply(JsonNode a, JsonNode b, Budget budget) {
      if (a == Values.UNDEFINED || b == Values.UNDEFINED) {
        return Values.truth(false);
      }
      if (!b.isArray()) {
        return Values.truth(Values.areIdentical(a, b));
      }
      for (int i = 0; i < b.size(); i++) {
        budget.step();
        if (Values.areIdentical(a, b.get(i))) {
          return Values.truth(true);
        }
      }
      return Values.truth(false);
    }
  }

  /** {@code -value}. */
  static final class Negation extends Code {
    private final Code operand;
    private final int position;

    Negation(Code operand, int position) {
      this.operand = operand;
      this.position = position;
    }

    @Override
    JsonNode value(Evaluation evaluation, JsonNode input, Frame frame) {
      JsonNode value = operand.run(evaluation, input, frame);
      if (value == Values.UNDEFINED) {
        return value;
      }
      if (!Values.isNumeric(value)) {
        throw new JsonataError("D1002").with("value", value).with("token", "-").at(position);
      }
      return Values.number(-value.doubleValue());
    }
  }
}
