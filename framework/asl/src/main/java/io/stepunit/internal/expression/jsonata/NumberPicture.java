package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of {@code $formatNumber}. The library formats, but takes pictures that are none, and
 * rounds the binary number instead of the decimal one.
 *
 * <p>See "Analyzing the picture string" in XPath and XQuery Functions and Operators 3.1, 4.7.4.
 */
final class NumberPicture {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "decimal-separator", ".",
          "grouping-separator", ",",
          "exponent-separator", "e",
          "percent", "%",
          "per-mille", "\u2030",
          "zero-digit", "0",
          "digit", "#",
          "pattern-separator", ";");
  private static final int DIGITS = 10;

  private final Map<String, ?> options;

  private NumberPicture(Map<String, ?> options) {
    this.options = options;
  }

  static @Nullable Object format(Arguments arguments) {
    Number number = arguments.number(0);
    String picture = arguments.text(1);
    Map<String, Object> given = arguments.object(2);
    if (number == null || picture == null) {
      return null;
    }
    NumberPicture checked = new NumberPicture(given == null ? Map.of() : given);
    int fraction = checked.check(picture);
    Number rounded = fraction < 0 ? number : Functions.round(number, fraction);
    return Functions.formatNumber(rounded, picture, given);
  }

  private String symbol(String name) {
    return options.get(name) instanceof String text && !text.isEmpty()
        ? text
        : DEFAULTS.getOrDefault(name, "");
  }

  /**
   * Refuses what is no picture, and returns the digits of the fraction; -1 where the number is
   * scaled before it is rounded.
   */
  private int check(String picture) {
    String[] parts = picture.split(Pattern.quote(symbol("pattern-separator")), -1);
    if (parts.length > 2) {
      throw wrong("D3080", "The picture string must only contain a maximum of two sub-pictures");
    }
    int fraction = check(new Sub(parts[0]));
    if (parts.length == 2) {
      check(new Sub(parts[1]));
    }
    return fraction;
  }

  private int check(Sub sub) {
    refuseIf(
        count(sub.text, symbol("decimal-separator")) > 1,
        "D3081",
        "must not contain more than one instance of the 'decimal-separator' character");
    refuseIf(
        count(sub.text, symbol("percent")) > 1,
        "D3082",
        "must not contain more than one instance of the 'percent' character");
    refuseIf(
        count(sub.text, symbol("per-mille")) > 1,
        "D3083",
        "must not contain more than one instance of the 'per-mille' character");
    refuseIf(
        sub.scales() && count(sub.text, symbol("percent")) == count(sub.text, symbol("per-mille")),
        "D3084",
        "must not contain both a 'percent' and a 'per-mille' character");
    checkActive(sub);
    checkGrouping(sub);
    checkDigits(sub);
    return sub.scales() || sub.exponent != null ? -1 : digits(sub.fraction);
  }

  private void checkActive(Sub sub) {
    refuseIf(
        sub.active.chars().anyMatch(c -> !isActive((char) c)),
        "D3086",
        "must not contain a passive character that is preceded by an active character and that is"
            + " followed by another active character");
    if (digits(sub.whole) + digits(sub.fraction) == 0) {
      boolean passive = sub.active.isEmpty() && !sub.text.isEmpty();
      throw passive
          ? wrong(
              "D3086",
              "The sub-picture must not contain a passive character that is preceded by an active"
                  + " character and that is followed by another active character")
          : wrong(
              "D3085",
              "The mantissa part of a sub-picture must contain at least one character that is"
                  + " either an 'optional digit character' or a member of the 'decimal digit"
                  + " family'");
    }
  }

  private void checkGrouping(Sub sub) {
    String grouping = symbol("grouping-separator");
    String decimal = symbol("decimal-separator");
    refuseIf(
        sub.text.contains(grouping + decimal) || sub.text.contains(decimal + grouping),
        "D3087",
        "must not contain a 'grouping-separator' character that appears adjacent to a"
            + " 'decimal-separator' character");
    refuseIf(
        !sub.text.contains(decimal) && sub.whole.endsWith(grouping),
        "D3088",
        "must not contain a 'grouping-separator' at the end of the integer part");
    refuseIf(
        sub.text.contains(grouping + grouping),
        "D3089",
        "must not contain two adjacent instances of the 'grouping-separator' character");
  }

  private void checkDigits(Sub sub) {
    int optional = sub.whole.lastIndexOf(symbol("digit"));
    if (optional > 0 && sub.whole.substring(0, optional).chars().anyMatch(this::isDigit)) {
      throw wrong(
          "D3090",
          "The integer part of the sub-picture must not contain a member of the 'decimal digit"
              + " family' that is followed by an instance of the 'optional digit character'");
    }
    int firstOptional = sub.fraction.indexOf(symbol("digit"));
    if (firstOptional >= 0
        && sub.fraction.substring(firstOptional).chars().anyMatch(this::isDigit)) {
      throw wrong(
          "D3091",
          "The fractional part of the sub-picture must not contain an instance of the 'optional"
              + " digit character' that is followed by a member of the 'decimal digit family'");
    }
    String exponent = sub.exponent;
    if (exponent != null && sub.scales()) {
      throw wrong(
          "D3092",
          "A sub-picture that contains a 'percent' or 'per-mille' character must not contain a"
              + " character treated as an 'exponent-separator'");
    }
    if (exponent != null && (exponent.isEmpty() || !exponent.chars().allMatch(this::isDigit))) {
      throw wrong(
          "D3093",
          "The exponent part of the sub-picture must comprise only of one or more characters that"
              + " are members of the 'decimal digit family'");
    }
  }

  private static void refuseIf(boolean wrong, String code, String rest) {
    if (wrong) {
      throw wrong(code, "The sub-picture " + rest);
    }
  }

  private static EvaluationFailure wrong(String code, String text) {
    return EvaluationFailure.coded(code, text);
  }

  private static int count(String text, String symbol) {
    return text.split(Pattern.quote(symbol), -1).length - 1;
  }

  private int digits(String text) {
    char optional = symbol("digit").charAt(0);
    return (int) text.chars().filter(c -> c == optional || isDigit(c)).count();
  }

  private boolean isDigit(int c) {
    char zero = symbol("zero-digit").charAt(0);
    return c >= zero && c < zero + DIGITS;
  }

  private boolean isActive(char c) {
    return isDigit(c)
        || Set.of("decimal-separator", "grouping-separator", "exponent-separator", "digit").stream()
            .anyMatch(name -> symbol(name).indexOf(c) >= 0);
  }

  /** The parts of one sub-picture. */
  private final class Sub {
    private final String text;
    private final String active;
    private final String whole;
    private final String fraction;
    private final @Nullable String exponent;

    Sub(String text) {
      this.text = text;
      active = activePart(text);
      int e = active.indexOf(symbol("exponent-separator"));
      String mantissa = e < 0 ? active : active.substring(0, e);
      exponent = e < 0 ? null : active.substring(e + 1);
      int point = mantissa.indexOf(symbol("decimal-separator"));
      whole = point < 0 ? mantissa : mantissa.substring(0, point);
      fraction = point < 0 ? "" : mantissa.substring(point + 1);
    }

    /** From the first to the last character that is not literal text around the number. */
    private String activePart(String picture) {
      int from = 0;
      int to = picture.length();
      while (from < to && !startsNumber(picture.charAt(from))) {
        from++;
      }
      while (to > from && !startsNumber(picture.charAt(to - 1))) {
        to--;
      }
      return picture.substring(from, to);
    }

    private boolean startsNumber(char c) {
      return isActive(c) && !symbol("exponent-separator").equals(String.valueOf(c))
          || symbol("exponent-separator").equals(String.valueOf(c)) && text.indexOf(c) > 0;
    }

    boolean scales() {
      return text.contains(symbol("percent")) || text.contains(symbol("per-mille"));
    }
  }
}
