package io.stepunit.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import org.jspecify.annotations.Nullable;

/** Functions on timestamps. */
final class TimeFunctions {
  private TimeFunctions() {}

  static @Nullable Object toMillis(Arguments arguments) throws Exception {
    String text = arguments.text(0);
    if (text == null) {
      return null;
    }
    try {
      return Functions.dateTimeToMillis(text, arguments.text(1));
    } catch (JException e) {
      throw e;
    } catch (RuntimeException e) {
      throw EvaluationFailure.coded(
          "D3110",
          "The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given "
              + Quotes.quoted(text));
    }
  }

  static @Nullable Object fromMillis(Arguments arguments) {
    Number millis = arguments.number(0);
    return millis == null ? null : format(millis.longValue(), arguments.text(1), arguments.text(2));
  }

  static String format(long millis, @Nullable String picture, @Nullable String timezone) {
    return Functions.dateTimeFromMillis(millis, picture, timezone);
  }
}
