package io.stepunit.internal.jsonata.picture;

import java.util.List;

/** The names of months or of days, which are English ones. */
enum Names {
  MONTHS(
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December"),
  DAYS("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  private final List<String> all;

  Names(String... all) {
    this.all = List.of(all);
  }

  /**
   * @param number from 1
   */
  String of(double number) {
    return number >= 1 ? all.get((int) number - 1) : "undefined";
  }

  /** The number of a name of which so many letters are written, from 1; not a number if none. */
  double number(String name, int letters) {
    // Of two that begin alike it is the later one.
    for (int i = all.size(); i > 0; i--) {
      if (cut(all.get(i - 1), letters).equals(name)) {
        return i;
      }
    }
    return Double.NaN;
  }

  static String cut(String name, double letters) {
    return name.length() > letters ? name.substring(0, (int) letters) : name;
  }
}
