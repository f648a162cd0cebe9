package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.UncodedFailure;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a picture says about one part of a time, between brackets.
 *
 * <p>See "The picture string" in XPath and XQuery Functions and Operators 3.1, 9.8.4.1.
 *
 * @param component the part; null for a letter that stands for none
 * @param letter the letter that the picture has
 * @param names how names are written; null where a number is
 * @param utc whether the letter Z stands for no offset
 * @param greatestWidth not a number if there is none
 * @param digits to how many digits a year is cut; -1 if it is not
 * @param numbers how numbers are written; null where there are none
 */
record Marker(
    @Nullable Component component,
    String letter,
    @Nullable LetterCase names,
    boolean utc,
    double greatestWidth,
    double digits,
    @Nullable IntegerPicture numbers) {
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\ufeff\\p{Z}]+");
  private static final String SECOND_MODIFIERS = "atco";

  /**
   * @param text what stands between the brackets
   * @throws JsonataError if there is no such part of a time, or its digits are mixed
   */
  static Marker of(String text) {
    String marker = SPACE.matcher(text).replaceAll("");
    int comma = marker.lastIndexOf(',');
    boolean wide = comma > 0;
    Presentation presentation = Presentation.of(wide ? marker.substring(0, comma) : marker);
    Width width = wide ? Width.of(marker.substring(comma + 1)) : Width.NONE;
    return of(presentation, width);
  }

  private static Marker of(Presentation presentation, Width width) {
    Component component = presentation.component();
    LetterCase names = presentation.names();
    IntegerPicture numbers = null;
    double digits = -1;
    if (component != null && component.isZone()) {
      numbers = IntegerPicture.of(presentation.first());
    } else if (component != null && component.isNumber() && names == null) {
      numbers = IntegerPicture.of(presentation.integers()).widened(width.least());
      if (component.hasDigits()) {
        digits = width.hasGreatest() ? width.greatest() : digitsOf(numbers);
        numbers = width.hasGreatest() ? numbers.resized(digits) : numbers;
      }
    }
    return new Marker(
        component,
        presentation.letter(),
        names,
        presentation.second().equals("t"),
        width.greatest(),
        digits,
        numbers);
  }

  private static double digitsOf(IntegerPicture numbers) {
    boolean several = numbers instanceof DigitPattern pattern && pattern.allDigits() >= 2;
    return several ? ((DigitPattern) numbers).allDigits() : -1;
  }

  /** The picture's numbers, where it must have some. */
  IntegerPicture integers() {
    if (numbers == null) {
      throw new UncodedFailure("there are no names for [" + letter + "]");
    }
    return numbers;
  }

  /**
   * @param first the first presentation modifier
   * @param second the second one, or nothing
   */
  private record Presentation(
      @Nullable Component component, String letter, String first, String second) {
    static Presentation of(String marker) {
      String letter = marker.isEmpty() ? "" : marker.substring(0, 1);
      Component component = Component.of(letter);
      String modifiers = marker.isEmpty() ? "" : marker.substring(1);
      if (modifiers.isEmpty()) {
        if (component == null) {
          throw new JsonataError("D3132").with("value", letter);
        }
        return new Presentation(component, letter, component.presentation(), "");
      }
      int last = modifiers.length() - 1;
      boolean two = last > 0 && SECOND_MODIFIERS.indexOf(modifiers.charAt(last)) >= 0;
      return new Presentation(
          component,
          letter,
          two ? modifiers.substring(0, last) : modifiers,
          two ? modifiers.substring(last) : "");
    }

    String integers() {
      return second.isEmpty() ? first : first + ";" + second;
    }

    @Nullable LetterCase names() {
      if (first.startsWith("n")) {
        return LetterCase.LOWER;
      }
      if (first.startsWith("N")) {
        return first.startsWith("Nn") ? LetterCase.TITLE : LetterCase.UPPER;
      }
      return null;
    }
  }

  /**
   * How many signs there are to be; not a number where the picture does not say.
   *
   * @param hasGreatest also where what it says is no number
   */
  private record Width(double least, double greatest, boolean hasGreatest) {
    static final Width NONE = new Width(Double.NaN, Double.NaN, false);
    private static final String ANY = "*";

    static Width of(String text) {
      int dash = text.indexOf('-');
      String greatest = dash < 0 ? ANY : text.substring(dash + 1);
      return new Width(
          DigitPattern.leadingInteger(dash < 0 ? text : text.substring(0, dash)),
          DigitPattern.leadingInteger(greatest),
          !greatest.equals(ANY));
    }
  }
}
