package io.stepunit.internal.expression;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Timestamps as ASL has them: ISO-8601 in the profile of RFC 3339, such as {@code
 * 2016-08-18T17:33:00Z} or {@code 2016-08-18T19:33:00.25+02:00}, with an upper-case T and Z.
 */
public final class Timestamps {
  private static final int NANO_DIGITS = 9;
  private static final Pattern SHAPE =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})(?:\\.(\\d+))?(Z|[+-]\\d{2}:\\d{2})");

  private Timestamps() {}

  /**
   * The instant that a text stands for, or nothing if it is no timestamp. A fraction of a second
   * may have any number of digits; those after the nanoseconds do not count.
   */
  public static Optional<Instant> parse(String text) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      return Optional.empty();
    }
    String fraction = shape.group(2) == null ? "" : "." + nanos(shape.group(2));
    try {
      String exact = shape.group(1) + fraction + shape.group(3);
      return Optional.of(OffsetDateTime.parse(exact).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String nanos(String digits) {
    return digits.substring(0, Math.min(NANO_DIGITS, digits.length()));
  }
}
