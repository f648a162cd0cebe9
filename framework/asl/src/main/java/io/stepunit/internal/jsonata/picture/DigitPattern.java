package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.LimitExceeded;
import io.stepunit.internal.jsonata.LimitExceeded.Limit;
import io.stepunit.internal.jsonata.NumberText;
import io.stepunit.internal.jsonata.UncodedFailure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Decimal digits of any family, with a least number of them and with separators of groups. */
final class DigitPattern extends IntegerPicture {
  private static final int OPTIONAL_DIGIT = '#';
  private static final int MOST_PADDING = 6_990_256;

  private final int zero;
  private final double mandatory;
  private final int optional;
  private final List<Separator> separators;
  private final int regular;
  private final boolean ordinal;

  /**
   * @param position how many digits are to the right of it
   */
  private record Separator(int position, String sign) {}

  private DigitPattern(
      int zero, double mandatory, int optional, List<Separator> separators, boolean ordinal) {
    this.zero = zero;
    this.mandatory = mandatory;
    this.optional = optional;
    this.separators = List.copyOf(separators);
    this.ordinal = ordinal;
    boolean alike = separators.stream().map(Separator::sign).distinct().count() == 1;
    regular = alike ? Grouping.interval(separators.stream().map(Separator::position).toList()) : 0;
  }

  static IntegerPicture of(String picture, boolean ordinal) {
    int zero = -1;
    int mandatory = 0;
    int optional = 0;
    List<Separator> separators = new ArrayList<>();
    int[] points = picture.codePoints().toArray();
    for (int i = points.length - 1; i >= 0; i--) {
      int family = zeroOf(points[i]);
      if (family >= 0) {
        if (zero >= 0 && zero != family) {
          throw new JsonataError("D3131");
        }
        zero = family;
        mandatory++;
      } else if (points[i] == OPTIONAL_DIGIT) {
        optional++;
      } else {
        separators.add(new Separator(mandatory + optional, Character.toString(points[i])));
      }
    }
    return mandatory == 0
        ? new UnsupportedSequence(picture)
        : new DigitPattern(zero, mandatory, optional, separators, ordinal);
  }

  /** The zero of the family of digits that the sign belongs to; -1 if it is no digit. */
  private static int zeroOf(int point) {
    boolean digit =
        Character.isBmpCodePoint(point)
            && Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER;
    return digit ? point - Character.digit(point, 10) : -1;
  }

  double mandatoryDigits() {
    return mandatory;
  }

  int allDigits() {
    return (int) mandatory + optional;
  }

  boolean isRegular() {
    return regular > 0;
  }

  String regularSign() {
    return separators.get(0).sign();
  }

  @Override
  IntegerPicture widened(double digits) {
    return mandatory < digits ? resized(digits) : this;
  }

  @Override
  IntegerPicture resized(double digits) {
    return new DigitPattern(zero, digits, optional, separators, ordinal);
  }

  @Override
  String formatSize(double size) {
    String digits = NumberText.of(size);
    double padding = mandatory - digits.length();
    if (padding > MOST_PADDING) {
      throw new LimitExceeded(Limit.MEMORY);
    }
    String padded = "0".repeat(Math.max(0, (int) padding)) + digits;
    String grouped = grouped(shifted(padded, zero - '0'));
    return ordinal ? grouped + ending(grouped) : grouped;
  }

  private String grouped(String digits) {
    StringBuilder text = new StringBuilder(digits);
    if (isRegular()) {
      for (int at = digits.length() - regular; at > 0; at -= regular) {
        text.insert(at, regularSign());
      }
      return text.toString();
    }
    for (int i = separators.size() - 1; i >= 0; i--) {
      Separator separator = separators.get(i);
      int at = text.length() - separator.position();
      if (at < 0) {
        // JSONata puts the separator in front of a number too short for it, and cuts the number.
        text.delete(0, Math.max(0, text.length() + at));
        at = 0;
      }
      text.insert(at, separator.sign());
    }
    return text.toString();
  }

  private static String ending(String digits) {
    int last = digits.length() - 1;
    if (last > 0 && digits.charAt(last - 1) == '1') {
      return "th";
    }
    return switch (digits.charAt(last)) {
      case '1' -> "st";
      case '2' -> "nd";
      case '3' -> "rd";
      default -> "th";
    };
  }

  @Override
  public double parse(String text) {
    String digits = ordinal ? text.substring(0, Math.max(0, text.length() - 2)) : text;
    if (isRegular()) {
      // Whatever separates the groups of the picture: JSONata looks for commas.
      digits = digits.replace(",", "");
    } else {
      for (Separator separator : separators) {
        digits = digits.replace(separator.sign(), "");
      }
    }
    return leadingInteger(shifted(digits, '0' - zero));
  }

  private static String shifted(String text, int by) {
    if (by == 0) {
      return text;
    }
    StringBuilder shifted = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int point = text.charAt(i) + by;
      if (point < 0) {
        throw new UncodedFailure("no digit of the picture's family in: " + text);
      }
      shifted.append((char) point);
    }
    return shifted.toString();
  }

  /** The number at the beginning of a text; what follows does not matter. */
  static double leadingInteger(String text) {
    String trimmed = text.strip();
    boolean negative = trimmed.startsWith("-");
    int at = negative || trimmed.startsWith("+") ? 1 : 0;
    int radix = 10;
    if (trimmed.regionMatches(true, at, "0x", 0, 2)) {
      radix = 16;
      at += 2;
    }
    int end = at;
    while (end < trimmed.length()
        && trimmed.charAt(end) < 0x80
        && Character.digit(trimmed.charAt(end), radix) >= 0) {
      end++;
    }
    if (end == at) {
      return Double.NaN;
    }
    String digits = trimmed.substring(at, end);
    double size =
        radix == 10 ? Double.parseDouble(digits) : new BigInteger(digits, radix).doubleValue();
    return negative ? -size : size;
  }

  @Override
  String expression(double digits) {
    String count = "+";
    if (digits > 0) {
      int most = (int) digits;
      count =
          optional == 0 ? "{" + most + "}" : "{" + Math.max(0, most - optional) + "," + most + "}";
    }
    return "[0-9]" + count + (ordinal ? "(?:th|st|nd|rd)" : "");
  }
}
