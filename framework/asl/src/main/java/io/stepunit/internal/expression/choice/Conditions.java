package io.stepunit.internal.expression.choice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.expression.path.Path;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.text.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compiles the rules of a Choice state.
 *
 * <pre>{@code
 * Condition isBig =
 *     Conditions.compile(
 *         Json.parse("{\"Variable\": \"$.total\", \"NumericGreaterThan\": 100, \"Next\": \"Big\"}"));
 * }</pre>
 *
 * <p>See "Choice Rule" in the Amazon States Language specification.
 */
public final class Conditions {
  private static final Set<String> BOOLEAN_OPERATORS = Set.of("And", "Or", "Not");
  private static final Set<String> FIELDS_OF_THE_STATE = Set.of("Next", "Assign", "Output");

  private Conditions() {}

  /**
   * Compiles a rule of {@code Choices}: a data test, or {@code And}, {@code Or}, {@code Not} over
   * others. {@code Next}, {@code Assign}, {@code Output} and {@code Comment} are left to the
   * caller.
   *
   * @throws ExpressionSyntaxException if the rule is not valid: an unknown operator, several
   *     operators or none, a value of the wrong type, an empty {@code And} or {@code Or}, a {@code
   *     Next} inside of one
   */
  public static Condition compile(JsonNode rule) {
    return compile(rule, true);
  }

  /** A condition that is an expression. */
  public static Condition of(Expr expr) {
    return new ExpressionCondition(expr);
  }

  /** The names of all comparison operators, such as {@code StringEquals}. */
  public static Set<String> operators() {
    return Comparators.names();
  }

  private static Condition compile(JsonNode rule, boolean top) {
    if (!(rule instanceof ObjectNode object)) {
      throw problem("Expected value of type [OBJECT]", "found " + Json.text(rule));
    }
    String operator = operator(object, top);
    boolean dataTest = !BOOLEAN_OPERATORS.contains(operator);
    if (dataTest != object.has("Variable")) {
      throw dataTest
          ? problem(
              "These fields are required: [Variable]", operator + " tests the value at a path")
          : notSupported("Variable", operator + " combines rules that have their own Variable");
    }
    JsonNode value = object.get(operator);
    if (dataTest) {
      return dataTest(object.get("Variable"), operator, value);
    }
    try {
      return combination(operator, value);
    } catch (ExpressionSyntaxException e) {
      throw e.under(operator);
    }
  }

  /** The one field of a rule that is an operator. */
  private static String operator(ObjectNode rule, boolean top) {
    List<String> operators = new ArrayList<>();
    rule.fieldNames()
        .forEachRemaining(
            name -> {
              if (BOOLEAN_OPERATORS.contains(name) || operators().contains(name)) {
                operators.add(name);
              } else if (FIELDS_OF_THE_STATE.contains(name) && !top) {
                throw notSupported(name, "only a top-level rule has it").under(name);
              } else if (!FIELDS_OF_THE_STATE.contains(name) && !isCommon(name)) {
                throw notSupported(name, hint(name)).under(name);
              }
            });
    if (operators.isEmpty()) {
      throw problem(
          "A choice rule needs a comparison operator",
          "write one such as StringEquals, or And, Or, Not");
    }
    if (operators.size() > 1) {
      throw problem(
          "There should only be one of the following fields: " + operators,
          "combine several tests with And");
    }
    return operators.get(0);
  }

  private static boolean isCommon(String name) {
    return name.equals("Variable") || name.equals("Comment");
  }

  private static String hint(String name) {
    if (name.equals("Condition")) {
      return "it belongs to states whose QueryLanguage is JSONata";
    }
    return Suggestion.of(name, operators())
        .name()
        .map(near -> "did you mean " + near + "?")
        .orElse("known operators are " + String.join(", ", operators()));
  }

  private static Condition dataTest(JsonNode variable, String operator, JsonNode value) {
    Path path = variable(variable);
    try {
      return Comparators.get(operator).compile(path, value);
    } catch (ExpressionSyntaxException e) {
      throw e.under(operator);
    }
  }

  private static Path variable(JsonNode variable) {
    try {
      if (!variable.isTextual()) {
        throw problem("Expected value of type [STRING]", "found " + Json.text(variable));
      }
      return Path.compile(variable.textValue());
    } catch (ExpressionSyntaxException e) {
      throw e.under("Variable");
    }
  }

  private static Condition combination(String operator, JsonNode value) {
    if (operator.equals("Not")) {
      return new Not(compile(value, false));
    }
    Condition[] rules = rules(value);
    return operator.equals("And") ? Rules.and(rules) : Rules.or(rules);
  }

  private static Condition[] rules(JsonNode value) {
    if (!value.isArray()) {
      throw problem("Expected value of type [ARRAY]", "found " + Json.text(value));
    }
    if (value.isEmpty()) {
      throw problem("Value cannot be empty", "write at least one rule");
    }
    Condition[] rules = new Condition[value.size()];
    for (int i = 0; i < rules.length; i++) {
      try {
        rules[i] = compile(value.get(i), false);
      } catch (ExpressionSyntaxException e) {
        throw e.under(Integer.toString(i));
      }
    }
    return rules;
  }

  private static ExpressionSyntaxException problem(String problem, String detail) {
    return new ExpressionSyntaxException(problem, detail);
  }

  private static ExpressionSyntaxException notSupported(String field, String detail) {
    return problem("Field '" + field + "' is not supported", detail);
  }
}
