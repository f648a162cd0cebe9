package io.stepunit.internal.jsonata;

import java.util.regex.PatternSyntaxException;

/**
 * A set of signs between brackets in a regular expression.
 *
 * @param java the same in Java
 * @param end where it ends
 */
record RegexClass(String java, int end) {
  private static final String NOTHING = "(?!)";
  private static final String ANYTHING = "(?s:.)";

  /**
   * @throws PatternSyntaxException if it has no end, or a range from a greater sign to a lower one
   */
  static RegexClass at(String source, int at) {
    boolean negated = source.startsWith("^", at + 1);
    int from = at + (negated ? 2 : 1);
    if (source.startsWith("]", from)) {
      return new RegexClass(negated ? ANYTHING : NOTHING, from + 1);
    }
    StringBuilder java = new StringBuilder(negated ? "[^" : "[");
    int next = from;
    while (next < source.length() && source.charAt(next) != ']') {
      RegexEscape first = member(source, next);
      next = first.end();
      boolean ranges =
          !first.isSet()
              && source.startsWith("-", next)
              && next + 1 < source.length()
              && source.charAt(next + 1) != ']';
      RegexEscape last = ranges ? member(source, next + 1) : first;
      if (last.isSet()) {
        java.append(first.isSet() ? first.set() : RegexEscape.quoted(first.sign()));
      } else {
        java.append(range(source, next, first.sign(), last.sign()));
        next = last.end();
      }
    }
    if (next >= source.length()) {
      throw new PatternSyntaxException("Unterminated character class", source, at);
    }
    return new RegexClass(java.append(']').toString(), next + 1);
  }

  private static RegexEscape member(String source, int at) {
    if (source.charAt(at) == '\\') {
      return RegexEscape.at(source, at);
    }
    int sign = source.codePointAt(at);
    return new RegexEscape(sign, "", at + Character.charCount(sign));
  }

  private static String range(String source, int at, int first, int last) {
    if (first > last) {
      throw new PatternSyntaxException("Range out of order in character class", source, at);
    }
    String from = RegexEscape.quoted(first);
    return first == last ? from : from + "-" + RegexEscape.quoted(last);
  }
}
