package io.stepunit.mock;

import java.util.regex.Pattern;

/** Compares messages as a whole. */
final class Texts {
  private Texts() {}

  /** A regular expression for a text in which {@code #} stands for a number, a line of a test. */
  static String pattern(String text) {
    return "(?s)" + Pattern.quote(text).replace("#", "\\E\\d+\\Q");
  }
}
