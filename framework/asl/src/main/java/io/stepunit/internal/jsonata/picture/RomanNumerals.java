package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.LimitExceeded;
import io.stepunit.internal.jsonata.LimitExceeded.Limit;
import java.util.Locale;

/** Roman numerals; beyond the thousands, one M for each. */
final class RomanNumerals extends IntegerPicture {
  private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] NUMERALS = {
    "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
  };
  private static final String SINGLE = "IVXLCDM";
  private static final int[] SINGLE_VALUES = {1, 5, 10, 50, 100, 500, 1000};

  /** Numerals are written one inside the other; this is how deep JSONata can go. */
  private static final double GREATEST = 5_000_000;

  private final LetterCase letters;

  RomanNumerals(LetterCase letters) {
    this.letters = letters;
  }

  @Override
  String formatSize(double size) {
    if (size > GREATEST) {
      throw new LimitExceeded(Limit.DEPTH);
    }
    StringBuilder text = new StringBuilder();
    double rest = size;
    for (int i = 0; i < VALUES.length; i++) {
      while (rest >= VALUES[i]) {
        text.append(NUMERALS[i]);
        rest -= VALUES[i];
      }
    }
    return letters.of(text.toString());
  }

  /** A smaller numeral before a greater one is taken away. */
  @Override
  public double parse(String text) {
    String numerals = letters.isUpper() ? text : text.toUpperCase(Locale.ROOT);
    int number = 0;
    int greatest = 1;
    for (int i = numerals.length() - 1; i >= 0; i--) {
      int at = SINGLE.indexOf(numerals.charAt(i));
      if (at < 0) {
        return Double.NaN;
      }
      int value = SINGLE_VALUES[at];
      number += value < greatest ? -value : value;
      greatest = Math.max(greatest, value);
    }
    return number;
  }

  @Override
  String expression(double digits) {
    return letters.isUpper() ? "[MDCLXVI]+" : "[mdclxvi]+";
  }
}
