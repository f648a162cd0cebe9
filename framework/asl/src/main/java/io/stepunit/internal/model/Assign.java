package io.stepunit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.ObjectTemplate;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

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

  /** What the new values are made of; a copied value appears as its variable. */
  Stream<Read> reads() {
    return variables.entrySet().stream()
        .flatMap(variable -> ObjectTemplate.handedOn(variable.getKey(), variable.getValue()));
  }
}
