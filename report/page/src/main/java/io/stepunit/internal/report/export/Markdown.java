package io.stepunit.internal.report.export;

/** Text that is shown as it is in Markdown. */
final class Markdown {
  private static final String SPECIAL = "\\`*_[]<>|~@$#&{}";

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
                escaped.append("&#").append(c).append(';');
              } else {
                escaped.appendCodePoint(c);
              }
            });
    return escaped.toString().strip();
  }
}
