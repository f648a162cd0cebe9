package io.stepunit.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Functions that search texts. */
final class PatternFunctions {
  private PatternFunctions() {}

  static @Nullable Object match(Arguments arguments) {
    Number limit = notNegative(arguments.number(2), "D3040", "Third argument of match function");
    return Functions.match(
        arguments.text(0), (Pattern) arguments.any(1), limit == null ? null : limit.intValue());
  }

  static @Nullable Object contains(Arguments arguments) {
    return Functions.contains(arguments.text(0), arguments.any(1));
  }

  static @Nullable Object replace(Arguments arguments) {
    String text = arguments.text(0);
    if (text == null) {
      return null;
    }
    if ("".equals(arguments.any(1))) {
      throw EvaluationFailure.coded(
          "D3010", "Second argument of replace function cannot be an empty string");
    }
    Number limit = notNegative(arguments.number(3), "D3011", "Fourth argument of replace function");
    return Functions.replace(
        text, arguments.any(1), arguments.any(2), limit == null ? null : limit.intValue());
  }

  static @Nullable Object split(Arguments arguments) {
    Number limit = notNegative(arguments.number(2), "D3020", "Third argument of split function");
    return Functions.split(arguments.text(0), arguments.any(1), limit);
  }

  private static @Nullable Number notNegative(
      @Nullable Number limit, String code, String argument) {
    if (limit != null && limit.doubleValue() < 0) {
      throw EvaluationFailure.coded(code, argument + " must evaluate to a positive number");
    }
    return limit;
  }
}
