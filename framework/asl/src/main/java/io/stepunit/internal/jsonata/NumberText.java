package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as ECMAScript writes them: the fewest digits that tell a number from all others. Java's
 * own digits differ between its versions.
 */
public final class NumberText {
  private static final double PLAIN_BELOW = 1e21;
  private static final double PLAIN_FROM = 1e-6;
  private static final double EXACT = 1L << 53;
  private static final int SURE_DIGITS = 15;
  private static final double SURE = 1e15;
  private static final int MOST_DIGITS = 17;
  private static final MathContext FIFTEEN_DIGITS =
      new MathContext(SURE_DIGITS, RoundingMode.HALF_UP);

  private NumberText() {}

  /** A number with all its digits. */
  public static String of(JsonNode number) {
    return number.isInt() || number.isLong() ? number.asText() : of(number.doubleValue());
  }

  /** A number with all its digits. */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == Math.rint(value) && Math.abs(value) < EXACT) {
      return Long.toString((long) value);
    }
    String few = Double.toString(value);
    if (isShort(few)) {
      return few;
    }
    BigDecimal decimal = shortest(value, few);
    double size = Math.abs(value);
    return size >= PLAIN_FROM && size < PLAIN_BELOW ? decimal.toPlainString() : scientific(decimal);
  }

  /** Whether a text of Java's is ECMAScript's too: no two numbers have the same 15 digits. */
  private static boolean isShort(String text) {
    return text.length() <= SURE_DIGITS + 1 && text.indexOf('E') < 0 && !text.endsWith("0");
  }

  private static BigDecimal shortest(double value, String text) {
    BigDecimal given = new BigDecimal(text).stripTrailingZeros();
    boolean normal = Math.abs(value) >= Double.MIN_NORMAL;
    if (normal && given.precision() <= SURE_DIGITS) {
      return given;
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = normal ? SURE_DIGITS : 1; digits <= MOST_DIGITS; digits++) {
      BigDecimal fewer = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (fewer.doubleValue() == value) {
        return fewer.stripTrailingZeros();
      }
    }
    return given;
  }

  private static String scientific(BigDecimal decimal) {
    String digits = decimal.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - decimal.scale();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return (decimal.signum() < 0 ? "-" : "")
        + mantissa
        + (exponent < 0 ? "e-" : "e+")
        + Math.abs(exponent);
  }

  /** A number with at most 15 digits: how JSONata makes a text of it. */
  static String rounded(JsonNode number) {
    if (number.isInt() || number.isLong()) {
      return number.asText();
    }
    return of(rounded(number.doubleValue()));
  }

  /** The number with at most 15 digits. */
  public static double rounded(double value) {
    if (value == Math.rint(value) && Math.abs(value) < SURE || isShort(Double.toString(value))) {
      return value;
    }
    return new BigDecimal(value).round(FIFTEEN_DIGITS).doubleValue();
  }
}
