package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.JException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The library's errors with AWS's texts. */
final class Messages {
  private static final String VALUE = "{value}";
  private static final String OTHER = "{other}";
  private static final String SYMBOL = "{symbol}";
  private static final String OPERAND = "{operand}";

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("D1001", "Number out of range: {value}"),
          Map.entry("D1002", "Cannot negate a non-numeric value: {operand}"),
          Map.entry("T1003", "Key in object structure must evaluate to a string; got: {value}"),
          Map.entry("T1005", "Attempted to invoke a non-function. Did you mean ${value}?"),
          Map.entry("T1006", "Attempted to invoke a non-function"),
          Map.entry("T1007", "Attempted to partially apply a non-function. Did you mean ${value}?"),
          Map.entry("T1008", "Attempted to partially apply a non-function"),
          Map.entry("D1009", "Multiple key definitions evaluate to same key: {value}"),
          Map.entry("T2001", "The left side of the {value} operator must evaluate to a number"),
          Map.entry("T2002", "The right side of the {value} operator must evaluate to a number"),
          Map.entry(
              "T2003", "The left side of the range operator (..) must evaluate to an integer"),
          Map.entry(
              "T2004", "The right side of the range operator (..) must evaluate to an integer"),
          Map.entry(
              "T2006", "The right side of the function application operator ~> must be a function"),
          Map.entry(
              "T2007",
              "Type mismatch when comparing values {other} and {value} in order-by clause"),
          Map.entry(
              "T2008",
              "The expressions within an order-by clause must evaluate to numeric or string"
                  + " values"),
          Map.entry(
              "T2009",
              "The values {value} and {other} either side of operator {symbol} must be of the same"
                  + " data type"),
          Map.entry(
              "T2010",
              "The expressions either side of operator {symbol} must evaluate to numeric or string"
                  + " values"),
          Map.entry(
              "T2011",
              "The insert/update clause of the transform expression must evaluate to an object:"
                  + " {value}"),
          Map.entry(
              "T2012",
              "The delete clause of the transform expression must evaluate to a string or array of"
                  + " strings: {value}"),
          Map.entry(
              "D2014",
              "The size of the sequence allocated by the range operator (..) must not exceed 1e6. "
                  + " Attempted to allocate {value}."),
          Map.entry(
              "D3050",
              "The second argument of reduce function must be a function with at least two"
                  + " arguments"),
          Map.entry(
              "D3070",
              "The single argument form of the sort function can only be applied to an array of"
                  + " strings or an array of numbers.  Use the second argument to specify a"
                  + " comparison function"),
          Map.entry(
              "D3138",
              "The $single() function expected exactly 1 matching result.  Instead it matched"
                  + " more."),
          Map.entry(
              "D3139",
              "The $single() function expected exactly 1 matching result.  Instead it matched 0."));

  private Messages() {}

  /** The text for a code, with its gaps. */
  static String text(String code) {
    return TEXTS.getOrDefault(code, code);
  }

  static EvaluationFailure of(JException e, Bounds bounds) {
    String code = e.getError();
    String text = TEXTS.get(code);
    if (text == null) {
      return EvaluationFailure.coded(code, words(e));
    }
    return EvaluationFailure.coded(
        code,
        text.replace(SYMBOL, Quotes.quoted(bounds.symbol()))
            .replace(OPERAND, TextFunctions.shown(bounds.lastValue()))
            .replace(OTHER, TextFunctions.shown(e.getExpected()))
            .replace(VALUE, value(code, e.getCurrent())));
  }

  /** What the library has found wrong with a text that the parser has let pass. */
  static String syntax(JException e) {
    String code = String.valueOf(e.getError());
    return switch (code) {
      case "S0213" ->
          "The literal value %s cannot be used as a step within a path expression"
              .formatted(TextFunctions.shown(e.getCurrent()));
      case "S0217" -> "The object representing the 'parent' cannot be derived from this expression";
      default -> words(e);
    };
  }

  private static String value(String code, @Nullable Object value) {
    boolean bare = code.equals("T1005") || code.equals("T1007");
    return bare ? String.valueOf(value) : TextFunctions.shown(value);
  }

  /** The library's own words; they came from JavaScript with each "function" made an "Object". */
  private static String words(JException e) {
    return String.valueOf(e.getMessage()).replace(" Object ", " function ");
  }
}
