package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.JsonataError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Timestamps of ISO 8601, which may leave out all but the year. */
public final class IsoTimestamp {
  /** What JSONata takes for a timestamp, though not each is one. */
  private static final Pattern ACCEPTED =
      Pattern.compile(
          "\\d{4}(?:-[01]\\d)*+(?:-[0-3]\\d)*+(?:T[0-2]\\d:[0-5]\\d:[0-5]\\d)*+(?:\\.\\d+)?"
              + "(?:[+-][0-2]\\d:?[0-5]\\d|Z)?");

  private static final Pattern PARTS =
      Pattern.compile(
          "(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?"
              + "(?:T(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?([+-]\\d\\d:?\\d\\d)?)?Z?");

  private static final int MONTHS = 12;
  private static final int LONGEST_MONTH = 31;
  private static final double MIDNIGHT = UtcTime.timeOfDay(24, 0, 0, 0);

  private IsoTimestamp() {}

  /**
   * The milliseconds since 1970; not a number for a time that does not exist. A day that the month
   * does not have is one of the next month, as in ECMAScript.
   *
   * @throws JsonataError if the text is no timestamp
   */
  public static double millis(String text) {
    if (!ACCEPTED.matcher(text).matches()) {
      throw new JsonataError("D3110").with("value", text);
    }
    Matcher parts = PARTS.matcher(text);
    return parts.matches() ? millis(parts) : Double.NaN;
  }

  private static double millis(Matcher parts) {
    int month = number(parts.group(2), 1);
    int day = number(parts.group(3), 1);
    boolean hasDay = month >= 1 && month <= MONTHS && day >= 1 && day <= LONGEST_MONTH;
    double time =
        UtcTime.timeOfDay(
            number(parts.group(4), 0),
            number(parts.group(5), 0),
            number(parts.group(6), 0),
            fraction(parts.group(7)));
    double offset = offset(parts.group(8));
    if (!hasDay || time > MIDNIGHT || Math.abs(offset) >= MIDNIGHT) {
      return Double.NaN;
    }
    return UtcTime.ofFullYear(number(parts.group(1), 0), month - 1.0, day, time).millis() - offset;
  }

  private static int number(@Nullable String text, int otherwise) {
    return text == null ? otherwise : Integer.parseInt(text);
  }

  /** In milliseconds; further digits do not count. */
  private static int fraction(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt((digits + "00").substring(0, 3));
  }

  private static double offset(@Nullable String zone) {
    if (zone == null) {
      return 0;
    }
    int hours = Integer.parseInt(zone.substring(1, 3));
    int minutes = Integer.parseInt(zone.substring(zone.length() - 2));
    double size = UtcTime.timeOfDay(hours, minutes, 0, 0);
    return zone.startsWith("-") ? -size : size;
  }
}
