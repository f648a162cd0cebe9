package io.stepunit.internal.time;

import java.time.Duration;
import java.time.Instant;

/** The durations and instants that a test may give: no sum of them overflows. */
public final class TimeRange {
  private static final int DAYS = 36_500;
  private static final Duration LONGEST = Duration.ofDays(DAYS);
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private TimeRange() {}

  /**
   * A duration from zero to 36,500 days.
   *
   * @param what begins the message: {@code The delay}
   * @throws IllegalArgumentException if it is another
   */
  public static Duration checked(Duration duration, String what) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(what + " is negative: " + duration);
    }
    if (duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          what + " is longer than " + DAYS + " days: " + duration + " (" + days(duration) + ")");
    }
    return duration;
  }

  private static String days(Duration duration) {
    return duration.toDays() + " days";
  }

  /**
   * A deadline that data may set: one of more than 36,500 days, which no execution lives to see, is
   * taken for one of 36,500.
   */
  public static Duration deadline(long seconds) {
    return Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
  }

  /**
   * An instant in the years 1 to 9999.
   *
   * @param what begins the message: {@code The start time}
   * @throws IllegalArgumentException if it is another
   */
  public static Instant checked(Instant instant, String what) {
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new IllegalArgumentException(what + " is not in the years 1 to 9999: " + instant);
    }
    return instant;
  }
}
