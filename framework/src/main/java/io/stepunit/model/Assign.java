package io.stepunit.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.expression.Expr;
import io.stepunit.expression.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code Assign} field: variables and the expressions of their new values, all evaluated from
 * the values before.
 *
 * @param variables by name, in the definition's order
 */
public record Assign(Map<String, Expr> variables) {
  /**
   * The new values.
   *
   * @param scope sees the values before, also while others are assigned
   */
  public Map<String, JsonNode> evaluate(Scope scope) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    variables.forEach((name, expr) -> values.put(name, expr.evaluate(scope)));
    return values;
  }

  private static final String EXPRESSION_SUFFIX = ".$";

  static Optional<Assign> read(Fields fields) {
    return fields.optional("Assign").map(field -> read(fields, field));
  }

  private static Assign read(Fields fields, LocatedNode field) {
    if (!field.value().isObject()) {
      fields.wrongType(field, "OBJECT");
    }
    Map<String, Expr> variables = new LinkedHashMap<>();
    field
        .fields()
        .forEach(
            (key, value) -> {
              boolean expression = key.endsWith(EXPRESSION_SUFFIX);
              String name =
                  expression ? key.substring(0, key.length() - EXPRESSION_SUFFIX.length()) : key;
              Expr expr =
                  expression
                      ? Compile.pathOrIntrinsic(fields, value)
                      : Compile.template(fields, value);
              if (variables.put(name, expr) != null) {
                fields
                    .problems()
                    .error(
                        "Variable '" + name + "' is assigned twice",
                        value.location(),
                        "drop one of the keys");
              }
            });
    return new Assign(Collections.unmodifiableMap(variables));
  }
}
