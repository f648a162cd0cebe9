package io.stepunit.internal.model;

import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ValueKind;
import java.util.stream.Stream;

/**
 * A field that is a constant, or is read from a path or computed when the state is entered, such as
 * {@code TimeoutSeconds} and {@code TimeoutSecondsPath}.
 *
 * @param <T> the type of the constant
 */
public sealed interface Setting<T> {
  /**
   * What the field reads of the data.
   *
   * @param expected what the value has to be
   */
  Stream<Read> reads(ValueKind expected);

  /** The plain field. */
  record Constant<T>(T value) implements Setting<T> {
    @Override
    public Stream<Read> reads(ValueKind expected) {
      return Stream.empty();
    }
  }

  /**
   * The {@code …Path} field.
   *
   * @param field the field's name, such as {@code SecondsPath}
   * @param path the path's text
   * @param expr the compiled path
   */
  record AtPath<T>(String field, String path, Expr expr) implements Setting<T> {
    @Override
    public Stream<Read> reads(ValueKind expected) {
      return expr.reads(expected);
    }
  }

  /**
   * A JSONata expression, evaluated when the state is entered.
   *
   * @param field the field's name, such as {@code Seconds}
   * @param expr returns a value of the right JSON type, or fails
   */
  record Computed<T>(String field, Expr expr) implements Setting<T> {
    @Override
    public Stream<Read> reads(ValueKind expected) {
      return expr.reads(expected);
    }
  }
}
