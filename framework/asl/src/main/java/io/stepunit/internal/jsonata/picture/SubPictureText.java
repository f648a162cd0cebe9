package io.stepunit.internal.jsonata.picture;

import org.jspecify.annotations.Nullable;

/**
 * The parts of the text of one sub-picture.
 *
 * @param active from the first to the last sign that belongs to the number
 * @param exponent null if there is none
 */
record SubPictureText(
    String text,
    String prefix,
    String active,
    String suffix,
    String mantissa,
    String whole,
    String fraction,
    @Nullable String exponent) {

  static SubPictureText of(String text, Symbols symbols) {
    int from = 0;
    while (from < text.length() && !symbols.isEdge(text.charAt(from))) {
      from++;
    }
    int to = text.length();
    while (to > from && !symbols.isEdge(text.charAt(to - 1))) {
      to--;
    }
    if (from == text.length()) {
      // No number at all: all of the text is taken for one, so that it is refused.
      from = 0;
      to = text.length();
    }
    String active = text.substring(from, to);
    int e = text.indexOf(symbols.exponentSeparator(), from);
    boolean hasExponent = e >= 0 && e <= to;
    // JSONata counts from the beginning of the text, also where a prefix precedes the number.
    String mantissa = hasExponent ? cut(active, 0, e) : active;
    int point = mantissa.indexOf(symbols.decimalSeparator());
    return new SubPictureText(
        text,
        text.substring(0, from),
        active,
        text.substring(to),
        mantissa,
        point < 0 ? mantissa : mantissa.substring(0, point),
        point < 0 ? "" : mantissa.substring(point + 1),
        hasExponent ? cut(active, e + 1, active.length()) : null);
  }

  private static String cut(String text, int from, int to) {
    return text.substring(Math.min(from, text.length()), Math.min(to, text.length()));
  }
}
