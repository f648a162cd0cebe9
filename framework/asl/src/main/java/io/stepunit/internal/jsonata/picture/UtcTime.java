package io.stepunit.internal.jsonata.picture;

import java.time.LocalDate;

/**
 * An instant as ECMAScript's {@code Date} has it: milliseconds since 1970, or not a number where
 * there is no such time.
 *
 * @param millis whole, or not a number
 */
record UtcTime(double millis) {
  static final double DAY = 86_400_000;
  private static final double HOUR = 3_600_000;
  private static final double MINUTE = 60_000;
  private static final double SECOND = 1000;
  private static final int MONTHS = 12;

  /** How far from 1970 a time may be. */
  private static final double FARTHEST = 8.64e15;

  static UtcTime of(double millis) {
    boolean exists = Math.abs(millis) <= FARTHEST;
    return new UtcTime(exists ? (double) (long) millis : Double.NaN);
  }

  /** The first instant of a month; years below 100 are those of the 20th century. */
  static UtcTime of(double year, double month) {
    return of(year, month, 1, 0);
  }

  /**
   * @param month from 0; one beyond the year belongs to the next year
   * @param day from 1; one beyond the month belongs to the next month
   * @param timeOfDay in milliseconds
   */
  static UtcTime of(double year, double month, double day, double timeOfDay) {
    return ofFullYear(year >= 0 && year <= 99 ? 1900 + year : year, month, day, timeOfDay);
  }

  /** The same, but each year is what it is. */
  static UtcTime ofFullYear(double year, double month, double day, double timeOfDay) {
    double years = year + Math.floor(month / MONTHS);
    if (!(Math.abs(years) < 400_000)) {
      return new UtcTime(Double.NaN);
    }
    double monthOfYear = month - MONTHS * Math.floor(month / MONTHS);
    long first = LocalDate.of((int) years, (int) monthOfYear + 1, 1).toEpochDay();
    return of((first + day - 1) * DAY + timeOfDay);
  }

  static double timeOfDay(double hours, double minutes, double seconds, double millis) {
    return hours * HOUR + minutes * MINUTE + seconds * SECOND + millis;
  }

  private boolean isNone() {
    return Double.isNaN(millis);
  }

  private LocalDate date() {
    return LocalDate.ofEpochDay((long) Math.floor(millis / DAY));
  }

  double year() {
    return isNone() ? Double.NaN : date().getYear();
  }

  /** From 0. */
  double month() {
    return isNone() ? Double.NaN : date().getMonthValue() - 1.0;
  }

  double day() {
    return isNone() ? Double.NaN : date().getDayOfMonth();
  }

  /** From 1, which is Monday. */
  double dayOfWeek() {
    return isNone() ? Double.NaN : date().getDayOfWeek().getValue();
  }

  double dayOfYear() {
    return (startOfDay().millis() - of(year(), 0).millis()) / DAY + 1;
  }

  UtcTime startOfDay() {
    return of(year(), month(), day(), 0);
  }

  double hour() {
    return Math.floor(timeOfDay() / HOUR);
  }

  double minute() {
    return Math.floor(timeOfDay() % HOUR / MINUTE);
  }

  double second() {
    return Math.floor(timeOfDay() % MINUTE / SECOND);
  }

  double milli() {
    return timeOfDay() % SECOND;
  }

  private double timeOfDay() {
    return millis - DAY * Math.floor(millis / DAY);
  }
}
