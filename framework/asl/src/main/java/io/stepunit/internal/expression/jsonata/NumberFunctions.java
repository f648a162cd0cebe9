package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions on numbers whose results or errors the library gives in another way. */
final class NumberFunctions {
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([Ee][-+]?[0-9]+)?");
  private static final Pattern BASED = Pattern.compile("0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+");
  private static final int LEAST_RADIX = 2;
  private static final int GREATEST_RADIX = 36;

  private NumberFunctions() {}

  static @Nullable Object number(Arguments arguments) {
    Object value = arguments.any(0);
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    if (!(value instanceof String text)) {
      return value;
    }
    if (BASED.matcher(text).matches()) {
      int radix =
          switch (text.toLowerCase(Locale.ROOT).charAt(1)) {
            case 'x' -> 16;
            case 'o' -> 8;
            default -> 2;
          };
      return Numbers.plain(new BigInteger(text.substring(2), radix).doubleValue());
    }
    if (DECIMAL.matcher(text).matches() && !Double.isInfinite(Double.parseDouble(text))) {
      return Numbers.plain(Double.parseDouble(text));
    }
    throw EvaluationFailure.coded(
        "D3030", "Unable to cast value to a number: " + Quotes.quoted(text));
  }

  static @Nullable Object sqrt(Arguments arguments) {
    Number value = arguments.number(0);
    if (value == null) {
      return null;
    }
    if (value.doubleValue() < 0) {
      throw EvaluationFailure.coded(
          "D3060",
          "The sqrt function cannot be applied to a negative number: " + Numbers.text(value));
    }
    return Numbers.plain(Math.sqrt(value.doubleValue()));
  }

  static @Nullable Object power(Arguments arguments) {
    Number base = arguments.number(0);
    Number exponent = arguments.number(1);
    if (base == null) {
      return null;
    }
    double result = exponent == null ? Double.NaN : power(base, exponent);
    if (Double.isNaN(result) || Double.isInfinite(result)) {
      throw EvaluationFailure.coded(
          "D3061",
          "The power function has resulted in a value that cannot be represented as a JSON number:"
              + " base=%s, exponent=%s"
                  .formatted(
                      Numbers.text(base), exponent == null ? "undefined" : Numbers.text(exponent)));
    }
    return Numbers.plain(result);
  }

  private static double power(Number base, Number exponent) {
    return Math.pow(base.doubleValue(), exponent.doubleValue());
  }

  static @Nullable Object formatBase(Arguments arguments) {
    Number radix = arguments.number(1);
    Number rounded = radix == null ? null : Functions.round(radix, 0);
    if (rounded != null
        && (rounded.intValue() < LEAST_RADIX || rounded.intValue() > GREATEST_RADIX)) {
      throw EvaluationFailure.coded(
          "D3100",
          "The radix of the formatBase function must be between 2 and 36.  It was given "
              + Numbers.text(rounded));
    }
    return Functions.formatBase(arguments.number(0), radix);
  }

  static @Nullable Object formatInteger(Arguments arguments) {
    return TimeFunctions.translated(
        () -> Functions.formatInteger(arguments.number(0), arguments.text(1)));
  }

  /** Digits that are none give AWS's text for "not a number", not an error. */
  static @Nullable Object parseInteger(Arguments arguments) throws Exception {
    Number parsed = Functions.parseInteger(arguments.text(0), arguments.text(1));
    boolean given = arguments.has(0) && arguments.has(1);
    return parsed == null && given ? (Number) Double.NaN : parsed;
  }
}
