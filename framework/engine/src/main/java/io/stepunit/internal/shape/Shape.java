package io.stepunit.internal.shape;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What one value of a service's answer looks like. Parts are asked for when they are needed: shapes
 * may contain themselves.
 */
public sealed interface Shape {
  /**
   * A text.
   *
   * @param minLength the least number of characters
   * @param values the texts that there are; none if any will do
   */
  record Text(int minLength, List<String> values) implements Shape {
    /** Any text. */
    public static final Text ANY = new Text(0, List.of());
  }

  /**
   * A number.
   *
   * @param minimum inclusive
   * @param maximum inclusive
   */
  record Numeric(double minimum, double maximum) implements Shape {
    /** Any number. */
    public static final Numeric ANY =
        new Numeric(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** True or false. */
  record Flag() implements Shape {}

  /** A time: ISO-8601 text, or epoch milliseconds where an optimized integration shows it. */
  record Timestamp() implements Shape {}

  /** A function's payload: text, or any JSON where an optimized integration shows it. */
  record Payload() implements Shape {}

  /** Any JSON. */
  record Anything() implements Shape {}

  /** An array of values of one shape. */
  record Items(Supplier<Shape> item) implements Shape {}

  /** An object whose members, whatever their names, are of one shape. */
  record Entries(Supplier<Shape> value) implements Shape {}

  /**
   * An object of named fields; others may be there.
   *
   * @param fields the shapes of the fields that are known, in order
   * @param required the fields that are always there
   */
  record Structure(Map<String, Supplier<Shape>> fields, List<String> required) implements Shape {}
}
