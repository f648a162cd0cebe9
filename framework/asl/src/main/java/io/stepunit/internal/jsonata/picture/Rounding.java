package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.LimitExceeded;
import io.stepunit.internal.jsonata.LimitExceeded.Limit;
import io.stepunit.internal.jsonata.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers with fewer digits. */
public final class Rounding {
  private static final double FAR = 1e21;
  private static final int MOST_FRACTION_DIGITS = 100;

  private Rounding() {}

  /** The nearest whole number; of two, the even one. */
  public static double half(double value) {
    double rounded = Math.rint(value);
    return rounded == 0 ? 0 : rounded;
  }

  /**
   * The nearest number of so many decimals; of two, the one with the even digit. What counts is how
   * the number is written, so 2.675 lies in the middle although its binary form does not.
   *
   * @param decimals may be negative; there is no rounding to a fraction of a decimal
   */
  public static double half(double value, double decimals) {
    if (decimals == 0 || Double.isNaN(decimals)) {
      return half(value);
    }
    return shifted(half(shifted(value, decimals)), -decimals);
  }

  private static double shifted(double value, double places) {
    boolean whole = places == Math.rint(places) && Math.abs(places) < FAR;
    if (!whole || Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.NaN;
    }
    String[] parts = NumberText.of(value).split("e", -1);
    double exponent = (parts.length > 1 ? Double.parseDouble(parts[1]) : 0) + places;
    double shifted = Double.parseDouble(parts[0] + "e" + NumberText.of(exponent));
    return shifted == 0 ? 0 : shifted;
  }

  /**
   * The size of the number with so many decimals, as ECMAScript's {@code toFixed} writes it: what
   * counts is the exact binary number, and the middle goes up.
   */
  static String fixed(double value, int decimals) {
    if (decimals > MOST_FRACTION_DIGITS) {
      throw new LimitExceeded(Limit.MEMORY);
    }
    double size = Math.abs(value);
    return size < FAR
        ? new BigDecimal(size).setScale(decimals, RoundingMode.HALF_UP).toPlainString()
        : NumberText.of(size);
  }
}
