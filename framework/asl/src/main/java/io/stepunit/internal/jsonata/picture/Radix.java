package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.NumberText;

/** Whole numbers with another base than ten. */
public final class Radix {
  private static final int TEN = 10;

  /** From where on doubles leave out whole numbers. */
  private static final double EXACT = 1L << 53;

  private Radix() {}

  /**
   * The number with digits and small letters. Digits that a double does not tell are zeros.
   *
   * @param value whole
   * @param radix from 2 to 36
   */
  public static String text(double value, int radix) {
    if (radix == TEN || Double.isNaN(value) || Double.isInfinite(value)) {
      return NumberText.of(value);
    }
    StringBuilder digits = new StringBuilder();
    double rest = Math.abs(value);
    while (rest / radix >= EXACT) {
      rest /= radix;
      digits.append('0');
    }
    do {
      double digit = rest % radix;
      digits.append(Character.forDigit((int) digit, radix));
      rest = (rest - digit) / radix;
    } while (rest > 0);
    return (value < 0 ? "-" : "") + digits.reverse();
  }
}
