package io.stepunit.expression.choice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Compiles the rules of a Choice state. */
public final class Conditions {
  private Conditions() {}

  /**
   * Compiles a rule of {@code Choices}.
   *
   * @throws io.stepunit.expression.ExpressionSyntaxException if the rule is not valid
   */
  public static Condition compile(JsonNode rule) {
    throw new UnsupportedOperationException("Choice rules follow in the next commit: " + rule);
  }

  /** The names of all comparison operators, such as {@code StringEquals}. */
  public static Set<String> operators() {
    return Set.of();
  }
}
