package io.stepunit.internal.jsonata;

import java.util.HexFormat;
import java.util.regex.PatternSyntaxException;

/**
 * What a backslash and the signs behind it stand for in a regular expression.
 *
 * @param sign the sign; -1 where it is a set of them
 * @param set the set, to stand between brackets; nothing where it is one sign
 * @param end where the escape ends
 */
record RegexEscape(int sign, String set, int end) {
  private static final String SPACES =
      "\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
  private static final int OCTAL = 8;
  private static final int GREATEST_OCTAL = 0377;
  private static final int CONTROLS = 32;

  /**
   * @throws PatternSyntaxException if there is nothing behind the backslash
   */
  static RegexEscape at(String source, int at) {
    if (at + 1 == source.length()) {
      throw new PatternSyntaxException("\\ at end of pattern", source, at);
    }
    char c = source.charAt(at + 1);
    int next = at + 2;
    return switch (c) {
      case 'd', 'D', 'w', 'W' -> new RegexEscape(-1, "\\" + c, next);
      case 's' -> new RegexEscape(-1, SPACES, next);
      case 'S' -> new RegexEscape(-1, "[^" + SPACES + "]", next);
      case 'b' -> sign('\b', next);
      case 'f' -> sign('\f', next);
      case 'n' -> sign('\n', next);
      case 'r' -> sign('\r', next);
      case 't' -> sign('\t', next);
      case 'v' -> sign(0x0b, next);
      case 'c' -> control(source, at);
      case 'x' -> hexadecimal(source, at, 2);
      case 'u' -> hexadecimal(source, at, 4);
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(source, at + 1);
      default -> {
        int sign = source.codePointAt(at + 1);
        yield sign(sign, at + 1 + Character.charCount(sign));
      }
    };
  }

  private static RegexEscape sign(int sign, int end) {
    return new RegexEscape(sign, "", end);
  }

  private static RegexEscape control(String source, int at) {
    char letter = at + 2 < source.length() ? source.charAt(at + 2) : ' ';
    boolean known = letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
    return known ? sign(letter % CONTROLS, at + 3) : sign('\\', at + 1);
  }

  private static RegexEscape hexadecimal(String source, int at, int digits) {
    int end = at + 2 + digits;
    boolean all =
        end <= source.length()
            && source.substring(at + 2, end).chars().allMatch(HexFormat::isHexDigit);
    if (!all) {
      return sign(source.charAt(at + 1), at + 2);
    }
    int sign = HexFormat.fromHexDigits(source, at + 2, end);
    boolean pair =
        Character.isHighSurrogate((char) sign) && source.startsWith("\\u", end) && digits == 4;
    if (pair) {
      RegexEscape low = hexadecimal(source, end, digits);
      if (Character.isLowSurrogate((char) low.sign)) {
        return sign(Character.toCodePoint((char) sign, (char) low.sign), low.end);
      }
    }
    return sign(sign, end);
  }

  private static RegexEscape octal(String source, int from) {
    int value = 0;
    int end = from;
    while (end < source.length() && Character.digit(source.charAt(end), OCTAL) >= 0) {
      int more = OCTAL * value + Character.digit(source.charAt(end), OCTAL);
      if (more > GREATEST_OCTAL) {
        break;
      }
      value = more;
      end++;
    }
    return sign(value, end);
  }

  boolean isSet() {
    return sign < 0;
  }

  /** In Java, outside of brackets. */
  String java() {
    return isSet() ? "[" + set + "]" : quoted(sign);
  }

  /** A sign that means nothing but itself, inside of brackets and outside. */
  static String quoted(int sign) {
    return "\\x{" + Integer.toHexString(sign) + "}";
  }
}
