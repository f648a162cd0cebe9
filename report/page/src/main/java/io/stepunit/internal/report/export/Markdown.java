package io.stepunit.internal.report.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that is shown as it is in Markdown. */
final class Markdown {
  private static final String SPECIAL = "\\`*_[]<>|~$&#!";

  /** What would begin a list at the start of a line. */
  private static final Pattern LIST = Pattern.compile("^(\\d*)([-+=.)])");

  private Markdown() {}

  /** Text within a line: no character of it means anything, nor is there a line break. */
  static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                escaped.append(' ');
              } else if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\').appendCodePoint(c);
              } else {
                escaped.appendCodePoint(c);
              }
            });
    Matcher list = LIST.matcher(escaped.toString().strip());
    return list.replaceFirst("$1\\\\$2");
  }
}
