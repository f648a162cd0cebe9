package io.stepunit.internal.awsmodel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one value of a service's request or answer looks like. Parts are asked for when they are
 * needed: shapes may contain themselves.
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
   * @param kind whether it has a fraction, and how many bits
   * @param minimum inclusive
   * @param maximum inclusive
   */
  record Numeric(Kind kind, double minimum, double maximum) implements Shape {
    /** What numbers a service tells apart. */
    public enum Kind {
      INTEGER,
      LONG,
      FLOAT,
      DOUBLE
    }

    /** Any number of a kind. */
    public static Numeric any(Kind kind) {
      return new Numeric(kind, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
  }

  /** True or false. */
  record Flag() implements Shape {}

  /** A time: ISO-8601 text, or epoch milliseconds where an optimized integration shows it. */
  record Timestamp() implements Shape {}

  /**
   * Bytes.
   *
   * @param streamed whether they are the body of the request or the response
   * @param minLength the least number of them
   */
  record Blob(boolean streamed, int minLength) implements Shape {
    /** Bytes that are a value among others. */
    public static final Blob ANY = new Blob(false, 0);
  }

  /** A function's payload: text, or any JSON where an optimized integration shows it. */
  record Payload() implements Shape {}

  /** Any JSON. */
  record Anything() implements Shape {}

  /** Events one after the other, which no Task can send or read. */
  record EventStream() implements Shape {}

  /** An array of values of one shape. */
  record Items(Supplier<Shape> item) implements Shape {}

  /** An object whose members, whatever their names, are of one shape. */
  record Entries(Supplier<Shape> value) implements Shape {}

  /**
   * An object of named fields; others may be there.
   *
   * @param className the simple name of its class in the AWS SDK for Java 2, of a part of a request
   * @param fields the shapes of the fields that are known, in order
   * @param required the fields that are always there
   * @param union whether exactly one of the fields is there
   */
  record Structure(
      Optional<String> className,
      Map<String, Supplier<Shape>> fields,
      List<String> required,
      boolean union)
      implements Shape {
    /** No fields. */
    public static final Structure EMPTY = of(Map.of(), List.of());

    /** A structure that is no class of the SDK. */
    public static Structure of(Map<String, Supplier<Shape>> fields, List<String> required) {
      return new Structure(Optional.empty(), fields, required, false);
    }
  }
}
