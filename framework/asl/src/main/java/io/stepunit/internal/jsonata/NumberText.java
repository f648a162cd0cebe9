package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as texts, as ECMAScript writes them. */
public final class NumberText {
  private static final double PLAIN_BELOW = 1e21;
  private static final double PLAIN_FROM = 1e-6;
  private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_UP);

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
    if (value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE) {
      return Integer.toString((int) value);
    }
    BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    double size = Math.abs(value);
    return size >= PLAIN_FROM && size < PLAIN_BELOW ? decimal.toPlainString() : scientific(decimal);
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
    double value = number.doubleValue();
    return of(new BigDecimal(Double.toString(value)).round(FIFTEEN_DIGITS).doubleValue());
  }
}
