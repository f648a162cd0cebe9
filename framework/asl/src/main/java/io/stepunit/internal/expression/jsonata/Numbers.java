package io.stepunit.internal.expression.jsonata;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as JSONata has them: whole numbers have no fraction, whatever they come from. */
final class Numbers {
  private static final double EXACT = 9.2e18;
  private static final double PLAIN_BELOW = 1e21;
  private static final double PLAIN_FROM = 1e-6;

  private Numbers() {}

  /** The number as an Integer, a Long or, with a fraction or beyond 64 bits, a Double. */
  static Number plain(double value) {
    if (value != Math.rint(value) || Math.abs(value) > EXACT) {
      return value;
    }
    long whole = (long) value;
    if (whole == (int) whole) {
      return (int) whole;
    }
    return whole;
  }

  /** The number as ECMAScript writes it. */
  static String text(Number number) {
    if (!(number instanceof Double)) {
      return number.toString();
    }
    double value = number.doubleValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return "0";
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

  /** The number with at most 15 significant digits: how JSONata makes a text of it. */
  static Number rounded(Number number) {
    if (!(number instanceof Double)) {
      return number;
    }
    BigDecimal decimal = new BigDecimal(number.toString());
    return plain(decimal.round(new MathContext(15, RoundingMode.HALF_UP)).doubleValue());
  }
}
