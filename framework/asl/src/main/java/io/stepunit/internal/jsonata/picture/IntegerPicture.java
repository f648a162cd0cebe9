package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.JsonataError;

/**
 * A picture of whole numbers: letters, Roman numerals, words, or a pattern of decimal digits.
 *
 * <p>See "fn:format-integer" in XPath and XQuery Functions and Operators 3.1, 4.6.1.
 */
public abstract sealed class IntegerPicture
    permits DigitPattern, LetterNumerals, RomanNumerals, UnsupportedSequence, WordNumerals {
  private static final String ORDINAL = "o";

  /**
   * Reads a picture of whole numbers.
   *
   * @param picture such as {@code Ww;o} or {@code #,##0}
   * @throws JsonataError if its digits are of different families
   */
  public static IntegerPicture of(String picture) {
    int semicolon = picture.lastIndexOf(';');
    String primary = semicolon < 0 ? picture : picture.substring(0, semicolon);
    boolean ordinal = semicolon >= 0 && picture.startsWith(ORDINAL, semicolon + 1);
    return switch (primary) {
      case "A" -> new LetterNumerals(LetterCase.UPPER);
      case "a" -> new LetterNumerals(LetterCase.LOWER);
      case "I" -> new RomanNumerals(LetterCase.UPPER);
      case "i" -> new RomanNumerals(LetterCase.LOWER);
      case "W" -> new WordNumerals(LetterCase.UPPER, ordinal);
      case "Ww" -> new WordNumerals(LetterCase.TITLE, ordinal);
      case "w" -> new WordNumerals(LetterCase.LOWER, ordinal);
      default -> DigitPattern.of(primary, ordinal);
    };
  }

  /**
   * The number as the picture shows it, without its fraction.
   *
   * @throws JsonataError if the picture is one that JSONata does not write
   */
  public final String format(double value) {
    double whole = Math.floor(value);
    return (whole < 0 ? "-" : "") + formatSize(Math.abs(whole));
  }

  /**
   * The number that the text shows; not a number if it shows none.
   *
   * @throws JsonataError if the picture is one that JSONata does not read
   */
  public abstract double parse(String text);

  abstract String formatSize(double size);

  /**
   * The regular expression for texts of this picture inside a time.
   *
   * @param digits how many digits there are at most; 0 for any number
   */
  abstract String expression(double digits);

  /** The same with at least so many digits, if it is made of digits. */
  IntegerPicture widened(double digits) {
    return this;
  }

  /** The same with exactly so many mandatory digits, if it is made of digits. */
  IntegerPicture resized(double digits) {
    return this;
  }
}
