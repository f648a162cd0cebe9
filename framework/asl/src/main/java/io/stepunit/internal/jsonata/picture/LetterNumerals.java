package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.LimitExceeded;
import io.stepunit.internal.jsonata.LimitExceeded.Limit;

/** Numbers as the columns of a spreadsheet have them: A to Z, AA, AB and so on. */
final class LetterNumerals extends IntegerPicture {
  private static final int LETTERS = 26;

  private final LetterCase letters;

  LetterNumerals(LetterCase letters) {
    this.letters = letters;
  }

  private char first() {
    return letters.isUpper() ? 'A' : 'a';
  }

  @Override
  String formatSize(double size) {
    if (Double.isInfinite(size)) {
      throw new LimitExceeded(Limit.MEMORY);
    }
    StringBuilder text = new StringBuilder();
    double rest = size;
    while (rest > 0) {
      text.append((char) ((rest - 1) % LETTERS + first()));
      rest = Math.floor((rest - 1) / LETTERS);
    }
    return text.reverse().toString();
  }

  @Override
  public double parse(String text) {
    double number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(text.length() - i - 1) - first() + 1;
      number += digit * Math.pow(LETTERS, i);
    }
    return number;
  }

  @Override
  String expression(double digits) {
    return letters.isUpper() ? "[A-Z]+" : "[a-z]+";
  }
}
