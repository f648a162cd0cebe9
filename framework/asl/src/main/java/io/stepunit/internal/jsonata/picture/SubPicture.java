package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.JsonataError;
import java.util.ArrayList;
import java.util.List;

/**
 * What one sub-picture says about a number.
 *
 * <p>See "Analyzing the picture string" in XPath and XQuery Functions and Operators 3.1, 4.7.4.
 *
 * @param scale how many digits the mantissa has in front of the point, if there is an exponent
 * @param exponentDigits how many the exponent has at least; 0 if there is none
 * @param wholeGroups how many digits are to the right of each separator, from the left
 * @param regularGroup how many digits each group of the whole number has; 0 if they differ
 * @param fractionGroups how many digits are to the left of each separator, from the left
 */
record SubPicture(
    String text,
    String prefix,
    String suffix,
    int leastWhole,
    int leastFraction,
    int greatestFraction,
    int scale,
    int exponentDigits,
    List<Integer> wholeGroups,
    int regularGroup,
    List<Integer> fractionGroups,
    Symbols symbols) {

  /**
   * @throws JsonataError if the text is no sub-picture
   */
  static SubPicture of(String text, Symbols symbols) {
    SubPictureText parts = SubPictureText.of(text, symbols);
    SubPictureCheck.check(parts, symbols);
    String exponent = parts.exponent();
    int scale = decimalDigits(parts.whole(), symbols);
    int leastWhole = scale;
    int leastFraction = decimalDigits(parts.fraction(), symbols);
    int greatestFraction = digits(parts.fraction(), symbols);
    if (leastWhole == 0 && greatestFraction == 0) {
      leastWhole = exponent == null ? 1 : 0;
      leastFraction = exponent == null ? 0 : 1;
      greatestFraction = leastFraction;
    }
    if (exponent != null && leastWhole == 0 && parts.whole().contains(symbols.digit())) {
      leastWhole = 1;
    }
    if (leastWhole == 0 && leastFraction == 0) {
      leastFraction = 1;
    }
    List<Integer> wholeGroups = groups(parts.whole(), parts.whole(), false, symbols);
    return new SubPicture(
        text,
        parts.prefix(),
        parts.suffix(),
        leastWhole,
        leastFraction,
        greatestFraction,
        scale,
        exponent == null ? 0 : exponent.length(),
        wholeGroups,
        Grouping.interval(wholeGroups),
        groups(parts.fraction(), parts.whole(), true, symbols),
        symbols);
  }

  private static int decimalDigits(String text, Symbols symbols) {
    return (int) text.chars().filter(c -> symbols.isDecimalDigit((char) c)).count();
  }

  private static int digits(String text, Symbols symbols) {
    return (int) text.chars().filter(c -> symbols.isDigit((char) c)).count();
  }

  /**
   * How many digits there are beside each separator. The first one is looked for in the part
   * itself; JSONata looks for further ones in the whole number, whatever the part is.
   */
  private static List<Integer> groups(String part, String whole, boolean toLeft, Symbols symbols) {
    List<Integer> groups = new ArrayList<>();
    int at = part.indexOf(symbols.groupingSeparator());
    while (at >= 0) {
      int cut = Math.min(at, part.length());
      groups.add(digits(toLeft ? part.substring(0, cut) : part.substring(cut), symbols));
      at = whole.indexOf(symbols.groupingSeparator(), at + 1);
    }
    return groups;
  }

  boolean hasExponent() {
    return exponentDigits > 0;
  }

  SubPicture withPrefix(String sign) {
    return new SubPicture(
        text,
        sign + prefix,
        suffix,
        leastWhole,
        leastFraction,
        greatestFraction,
        scale,
        exponentDigits,
        wholeGroups,
        regularGroup,
        fractionGroups,
        symbols);
  }

  /** The number with the separators of its groups and its point. */
  String groupsOf(String whole, String fraction) {
    StringBuilder number = new StringBuilder(whole);
    number.append(symbols.decimalSeparator()).append(fraction);
    if (regularGroup > 0) {
      for (int at = whole.length() - regularGroup; at > 0; at -= regularGroup) {
        number.insert(at, symbols.groupingSeparator());
      }
    } else {
      int point = whole.length();
      for (int group : wholeGroups) {
        insert(number, point - group);
        point++;
      }
    }
    int point = number.indexOf(symbols.decimalSeparator());
    for (int group : fractionGroups) {
      number.insert(Math.min(number.length(), point + 1 + group), symbols.groupingSeparator());
    }
    return number.toString();
  }

  /** Where a number is too short for a separator, JSONata counts the place from its end. */
  private void insert(StringBuilder number, int at) {
    int place = at < 0 ? Math.max(0, number.length() + at) : at;
    number.insert(place, symbols.groupingSeparator());
  }
}
