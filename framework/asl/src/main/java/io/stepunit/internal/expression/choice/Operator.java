package io.stepunit.internal.expression.choice;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.path.Path;

/** A comparison operator: makes a condition of the variable's path and the operator's value. */
@FunctionalInterface
interface Operator {
  /**
   * Compiles a data test.
   *
   * @throws io.stepunit.internal.expression.ExpressionSyntaxException if the value is none for this
   *     operator
   */
  Condition compile(Path variable, JsonNode value);
}
