package io.stepunit.internal.jsonata.picture;

/**
 * Weeks by ISO 8601: the first one of a year, and by XPath of a month too, is that of its first
 * Thursday. JSONata adds the year and the month that a week belongs to.
 */
final class Weeks {
  private static final int THURSDAY = 4;
  private static final int DAYS = 7;
  private static final int WEEKS_OF_ANY_YEAR = 52;
  private static final int WEEKS_OF_ANY_MONTH = 4;

  private Weeks() {}

  static double ofYear(UtcTime time) {
    double year = time.year();
    return week(
        time.startOfDay().millis(),
        new double[] {first(year - 1, 0), first(year, 0), first(year + 1, 0)},
        WEEKS_OF_ANY_YEAR);
  }

  static double ofMonth(UtcTime time) {
    double year = time.year();
    double month = time.month();
    return week(
        time.startOfDay().millis(),
        new double[] {first(year, month - 1), first(year, month), first(year, month + 1)},
        WEEKS_OF_ANY_MONTH);
  }

  /**
   * @param starts of the first weeks of the period before, of this one, and of the next
   * @param always how many weeks each period has
   */
  private static double week(double day, double[] starts, int always) {
    double week = between(starts[1], day);
    if (week > always && day >= starts[2]) {
      return 1;
    }
    return Math.floor(week < 1 ? between(starts[0], day) : week);
  }

  private static double between(double start, double day) {
    return (day - start) / (DAYS * UtcTime.DAY) + 1;
  }

  /** The year that the week belongs to. */
  static double year(UtcTime time) {
    double year = time.year();
    return year + shift(time, first(year, 0), first(year + 1, 0));
  }

  /** The month that the week belongs to, from 1. */
  static double month(UtcTime time) {
    double year = time.year();
    double month = time.month();
    double shifted = month + shift(time, first(year, month), first(year, month + 1));
    return (shifted + 12) % 12 + 1;
  }

  private static int shift(UtcTime time, double start, double next) {
    if (time.millis() < start) {
      return -1;
    }
    return time.millis() >= next ? 1 : 0;
  }

  /** When the first week of the month begins. */
  private static double first(double year, double month) {
    double yearOf = year + Math.floor(month / 12);
    UtcTime first = UtcTime.of(yearOf, month - 12 * Math.floor(month / 12));
    double day = first.dayOfWeek();
    double days = day > THURSDAY ? DAYS + 1 - day : 1 - day;
    return first.millis() + days * UtcTime.DAY;
  }
}
