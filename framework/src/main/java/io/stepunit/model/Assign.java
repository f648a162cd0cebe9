package io.stepunit.model;

import io.stepunit.expression.Expr;
import java.util.Map;

/**
 * The {@code Assign} field: variables and the expressions of their new values, all evaluated from the
 * values before.
 *
 * @param variables by name, in the definition's order
 */
public record Assign(Map<String, Expr> variables) {}
