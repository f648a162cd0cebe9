package io.stepunit.internal.jsonata.picture;

import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.LimitExceeded;
import io.stepunit.internal.jsonata.LimitExceeded.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A picture of numbers, such as {@code #,##0.00}.
 *
 * <p>See "fn:format-number" in XPath and XQuery Functions and Operators 3.1, 4.7.
 */
public final class NumberPicture {
  private static final int HUNDRED = 100;
  private static final int THOUSAND = 1000;

  private final Symbols symbols;
  private final SubPicture positive;
  private final SubPicture negative;

  private NumberPicture(Symbols symbols, SubPicture positive, SubPicture negative) {
    this.symbols = symbols;
    this.positive = positive;
    this.negative = negative;
  }

  /**
   * Reads a picture of numbers.
   *
   * @param symbols signs that differ from the usual ones, by the names that XPath gives them
   * @throws JsonataError if the text is no picture
   */
  public static NumberPicture of(String picture, Map<String, String> symbols) {
    Symbols all = Symbols.of(symbols);
    String[] texts = picture.split(Pattern.quote(all.patternSeparator()), -1);
    if (texts.length > 2) {
      throw new JsonataError("D3080");
    }
    List<SubPicture> parts = new ArrayList<>();
    for (String text : texts) {
      parts.add(SubPicture.of(text, all));
    }
    SubPicture first = parts.get(0);
    SubPicture second = parts.size() > 1 ? parts.get(1) : first.withPrefix(all.minusSign());
    return new NumberPicture(all, first, second);
  }

  /**
   * The number as the picture shows it.
   *
   * @throws LimitExceeded if the picture has an exponent that the number has not
   */
  public String format(double value) {
    SubPicture picture = value >= 0 ? positive : negative;
    double scaled = scaled(value, picture);
    if (!picture.hasExponent()) {
      return picture.prefix() + mantissa(scaled, picture) + picture.suffix();
    }
    Exponent exponent = Exponent.of(scaled, picture.scale());
    return picture.prefix()
        + mantissa(exponent.mantissa(), picture)
        + symbols.exponentSeparator()
        + (exponent.power() < 0 ? symbols.minusSign() : "")
        + padded(symbols.digits(Rounding.fixed(exponent.power(), 0)), picture.exponentDigits())
        + picture.suffix();
  }

  private double scaled(double value, SubPicture picture) {
    if (picture.text().contains(symbols.percent())) {
      return value * HUNDRED;
    }
    return picture.text().contains(symbols.perMille()) ? value * THOUSAND : value;
  }

  private String padded(String digits, int least) {
    return symbols.zeroDigit().repeat(Math.max(0, least - digits.length())) + digits;
  }

  private String mantissa(double value, SubPicture picture) {
    int decimals = picture.greatestFraction();
    String digits = symbols.digits(Rounding.fixed(Rounding.half(value, decimals), decimals));
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    String fraction = point < 0 ? "" : digits.substring(point + 1);
    whole = padded(withoutLeading(whole), picture.leastWhole());
    fraction = withoutTrailing(fraction);
    fraction +=
        symbols.zeroDigit().repeat(Math.max(0, picture.leastFraction() - fraction.length()));
    String grouped = picture.groupsOf(whole, fraction);
    boolean pointless =
        !picture.text().contains(symbols.decimalSeparator())
            || grouped.endsWith(symbols.decimalSeparator());
    return pointless ? grouped.substring(0, grouped.length() - 1) : grouped;
  }

  private String withoutLeading(String digits) {
    int at = 0;
    while (at < digits.length() && Symbols.is(symbols.zeroDigit(), digits.charAt(at))) {
      at++;
    }
    return digits.substring(at);
  }

  private String withoutTrailing(String digits) {
    int end = digits.length();
    while (end > 0 && Symbols.is(symbols.zeroDigit(), digits.charAt(end - 1))) {
      end--;
    }
    return digits.substring(0, end);
  }

  /** A number as a mantissa of a size that the picture asks for, and a power of ten. */
  private record Exponent(double mantissa, int power) {
    static Exponent of(double value, int scale) {
      double greatest = Math.pow(10, scale);
      double least = Math.pow(10, scale - 1.0);
      if (value <= 0 || Double.isInfinite(value)) {
        // Nothing that it is multiplied with makes it great enough.
        throw new LimitExceeded(Limit.TIME);
      }
      double mantissa = value;
      int power = 0;
      while (mantissa < least) {
        mantissa *= 10;
        power--;
      }
      while (mantissa > greatest) {
        mantissa /= 10;
        power++;
      }
      return new Exponent(mantissa, power);
    }
  }
}
