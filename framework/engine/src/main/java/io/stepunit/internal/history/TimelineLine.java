package io.stepunit.internal.history;

import io.stepunit.internal.text.Printable;

/**
 * One line of a timeline, in columns.
 *
 * @param eventId the event, 0 for lines that stand for none
 * @param time the time since the start
 * @param path the state's path, empty for events of the execution
 * @param what what happened
 */
record TimelineLine(long eventId, String time, String path, String what) {
  TimelineLine {
    path = Printable.line(path);
    what = Printable.line(what);
  }

  static TimelineLine omitted(int count, String where) {
    return new TimelineLine(
        0, "", "", "... " + count + " " + where + (count == 1 ? " line" : " lines"));
  }

  /**
   * Stands for lines that are like those before it.
   *
   * @param eventId the first event that it stands for
   * @param lines how many lines repeat
   * @param times how often more
   */
  static TimelineLine repeated(long eventId, int lines, int times) {
    String what = lines == 1 ? "the line above" : "the " + lines + " lines above";
    return new TimelineLine(eventId, "", "", "... " + what + " " + times + " more times");
  }

  String number() {
    return eventId == 0 ? "" : "#" + eventId;
  }

  String text(int timeWidth, int numberWidth, int pathWidth) {
    if (time.isEmpty()) {
      return what;
    }
    return pad(time, timeWidth)
        + pad(number(), numberWidth)
        + (pathWidth == 0 ? "" : pad(path, pathWidth))
        + what;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length() + 2);
  }
}
