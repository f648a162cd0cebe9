package io.stepunit.internal.jsonata.picture;

import java.util.HashMap;
import java.util.Map;

/**
 * The signs that numbers and their pictures are made of.
 *
 * <p>See "Defining a decimal format" in XPath and XQuery Functions and Operators 3.1, 4.7.2.
 */
record Symbols(
    String decimalSeparator,
    String groupingSeparator,
    String exponentSeparator,
    String minusSign,
    String percent,
    String perMille,
    String zeroDigit,
    String digit,
    String patternSeparator) {
  private static final int DIGITS = 10;
  private static final Map<String, String> USUAL =
      Map.of(
          "decimal-separator", ".",
          "grouping-separator", ",",
          "exponent-separator", "e",
          "minus-sign", "-",
          "percent", "%",
          "per-mille", "\u2030",
          "zero-digit", "0",
          "digit", "#",
          "pattern-separator", ";");

  static Symbols of(Map<String, String> others) {
    Map<String, String> all = new HashMap<>(USUAL);
    all.putAll(others);
    return new Symbols(
        get(all, "decimal-separator"),
        get(all, "grouping-separator"),
        get(all, "exponent-separator"),
        get(all, "minus-sign"),
        get(all, "percent"),
        get(all, "per-mille"),
        get(all, "zero-digit"),
        get(all, "digit"),
        get(all, "pattern-separator"));
  }

  private static String get(Map<String, String> all, String name) {
    return all.getOrDefault(name, "");
  }

  private char zero() {
    return zeroDigit.charAt(0);
  }

  boolean isDecimalDigit(char c) {
    return c >= zero() && c < zero() + DIGITS;
  }

  /** Whether a digit stands there, be it mandatory or optional. */
  boolean isDigit(char c) {
    return isDecimalDigit(c) || is(digit, c);
  }

  /** Whether it is part of a number, and no text around it. */
  boolean isActive(char c) {
    return isDigit(c)
        || is(decimalSeparator, c)
        || is(exponentSeparator, c)
        || is(groupingSeparator, c)
        || is(patternSeparator, c);
  }

  /** Whether a number begins or ends with it. */
  boolean isEdge(char c) {
    return isActive(c) && !is(exponentSeparator, c);
  }

  static boolean is(String symbol, char c) {
    return symbol.length() == 1 && symbol.charAt(0) == c;
  }

  /** The number in the family of digits of the picture. */
  String digits(String number) {
    if (zero() == '0') {
      return number;
    }
    StringBuilder digits = new StringBuilder(number.length());
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      digits.append(c >= '0' && c <= '9' ? (char) (c - '0' + zero()) : c);
    }
    return digits.toString();
  }
}
