package io.stepunit.internal.expression.jsonata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Operators on numbers of which the library cannot give AWS's results: it has no infinite number,
 * and nothing for 0/0. In the text of an expression they are replaced by calls of functions that do
 * the same, and go on with what the library refuses.
 */
final class Arithmetic {
  /** Those whose results may be no number even for small operands. */
  static final Set<String> DIVIDING = Set.of("/", "%");

  /** All of them. */
  static final Set<String> ALL = Set.of("/", "%", "*", "+", "-");

  /** By name, without {@code $}. */
  static final Map<String, Builtin> FUNCTIONS =
      Map.of(
          name("/"), function("/"),
          name("%"), function("%"),
          name("*"), function("*"),
          name("+"), function("+"),
          name("-"), function("-"));

  private Arithmetic() {}

  private static String name(String operator) {
    return "_operator_"
        + switch (operator) {
          case "/" -> "divide";
          case "%" -> "modulo";
          case "*" -> "multiply";
          case "+" -> "add";
          default -> "subtract";
        };
  }

  private static Builtin function(String operator) {
    return new Builtin(name(operator), "xx", 2, a -> calculate(operator, a.any(0), a.any(1)));
  }

  private static @Nullable Object calculate(
      String operator, @Nullable Object left, @Nullable Object right) {
    Number a = operand("T2001", operator, left);
    Number b = operand("T2002", operator, right);
    if (a == null || b == null) {
      return null;
    }
    double x = a.doubleValue();
    double y = b.doubleValue();
    return Numbers.plain(
        switch (operator) {
          case "/" -> x / y;
          case "%" -> x % y;
          case "*" -> x * y;
          case "+" -> x + y;
          default -> x - y;
        });
  }

  private static @Nullable Number operand(String code, String operator, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (!(value instanceof Number number) || Double.isNaN(number.doubleValue())) {
      throw EvaluationFailure.coded(
          code, Messages.text(code).replace("{value}", Quotes.quoted(operator)));
    }
    if (Double.isInfinite(number.doubleValue())) {
      throw EvaluationFailure.coded("D1001", "Number out of range: null");
    }
    return number;
  }

  /** The text with calls in place of some operators; the very text if it has none of them. */
  static String replaced(String text, Node expression, Set<String> operators) {
    List<Node.Binary> found = new ArrayList<>();
    List<Node.Binary> applied = new ArrayList<>();
    collect(expression, operators, found, applied);
    if (found.isEmpty()) {
      return text;
    }
    // Wider operations open before and close behind the narrower ones at the same place.
    found.sort(Comparator.comparingInt((Node.Binary b) -> b.start() - b.end()));
    TreeMap<Integer, StringBuilder> before = new TreeMap<>();
    TreeMap<Integer, String> instead = new TreeMap<>();
    for (Node.Binary operation : found) {
      boolean block = applied.contains(operation);
      before
          .computeIfAbsent(operation.start(), at -> new StringBuilder())
          .append(block ? "(" : "")
          .append('$')
          .append(name(operation.operator().text()))
          .append('(');
      before.computeIfAbsent(operation.end(), at -> new StringBuilder()).append(block ? "))" : ")");
      instead.put(operation.operator().start(), ",");
    }
    return edited(text, before, instead);
  }

  private static void collect(
      Node node, Set<String> operators, List<Node.Binary> found, List<Node.Binary> applied) {
    if (node instanceof Node.Binary binary) {
      if (operators.contains(binary.operator().text())) {
        found.add(binary);
      }
      if (binary.operator().text().equals("~>")
          && binary.right() instanceof Node.Binary right
          && operators.contains(right.operator().text())) {
        // A call there would be given the left side as its first argument.
        applied.add(right);
      }
    }
    node.children().forEach(child -> collect(child, operators, found, applied));
  }

  private static String edited(
      String text, Map<Integer, StringBuilder> before, Map<Integer, String> instead) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      StringBuilder inserted = before.get(i);
      if (inserted != null) {
        result.append(inserted);
      }
      if (i < text.length()) {
        result.append(instead.getOrDefault(i, String.valueOf(text.charAt(i))));
      }
    }
    return result.toString();
  }
}
