package io.stepunit.internal.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.json.Json;

/** Records the data after each step of a state's data flow, under the service's names. */
final class Inspection {
  private final ObjectNode data = Json.NODES.objectNode();

  void note(String step, JsonNode value) {
    data.set(step, value);
  }

  /** The same expression, its value noted. */
  Expr noting(String step, Expr expr) {
    return Expr.of(
        scope -> {
          JsonNode value = expr.evaluate(scope);
          note(step, value);
          return value;
        });
  }

  /** The same, its value noted if it is an array. */
  Expr notingArray(String step, Expr expr) {
    return Expr.of(
        scope -> {
          JsonNode value = expr.evaluate(scope);
          if (value.isArray()) {
            note(step, value);
          }
          return value;
        });
  }

  JsonNode data() {
    return data;
  }
}
