package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * A compiled expression of a definition: a path, a payload template, an intrinsic call or a
 * literal. It is made once at load, immutable, and shared by threads.
 */
@FunctionalInterface
public interface Expr {
  /**
   * The expression's value in a scope.
   *
   * @throws EvaluationException if AWS would fail the state here, with AWS's error name and text
   */
  JsonNode evaluate(Scope scope);

  /** The names of the workflow variables that the expression reads, without {@code $}. */
  default Set<String> variables() {
    return Set.of();
  }

  /**
   * What AWS accepts and what can only fail when it is evaluated: calls with literals that the
   * function does not take, and calls of functions that there are not.
   */
  default List<String> doubts() {
    return List.of();
  }

  /** An expression that always has the same value. */
  static Expr constant(JsonNode value) {
    return scope -> value;
  }
}
