package io.stepunit.internal.model;

import io.stepunit.internal.expression.Expr;

/**
 * A field that is a constant, or is read from a path or computed when the state is entered, such as
 * {@code TimeoutSeconds} and {@code TimeoutSecondsPath}.
 *
 * @param <T> the type of the constant
 */
public sealed interface Setting<T> {
  /** The plain field. */
  record Constant<T>(T value) implements Setting<T> {}

  /**
   * The {@code …Path} field.
   *
   * @param field the field's name, such as {@code SecondsPath}
   * @param path the path's text
   * @param expr the compiled path
   */
  record AtPath<T>(String field, String path, Expr expr) implements Setting<T> {}

  /**
   * A JSONata expression, evaluated when the state is entered.
   *
   * @param field the field's name, such as {@code Seconds}
   * @param expr returns a value of the right JSON type, or fails
   */
  record Computed<T>(String field, Expr expr) implements Setting<T> {}
}
