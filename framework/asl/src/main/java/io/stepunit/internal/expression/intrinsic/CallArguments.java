package io.stepunit.internal.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.random.RandomGenerator;

/** The evaluated arguments of one call. */
final class CallArguments {
  private final JsonNode[] values;
  private final RandomGenerator random;

  CallArguments(JsonNode[] values, RandomGenerator random) {
    this.values = values;
    this.random = random;
  }

  int count() {
    return values.length;
  }

  JsonNode get(int index) {
    return values[index];
  }

  String string(int index) {
    return values[index].textValue();
  }

  /** A string of a limited length, counted in chars. */
  String string(int index, int limit) {
    return limited(string(index), limit);
  }

  /** A text as AWS sees any value that is not null, of a limited length. */
  String text(int index, int limit) {
    if (values[index].isNull()) {
      throw new InvalidArgument();
    }
    return limited(PlainValue.text(values[index]), limit);
  }

  private static String limited(String text, int limit) {
    if (text.length() > limit) {
      throw new InvalidArgument();
    }
    return text;
  }

  /** A number without its fraction. */
  long truncated(int index) {
    JsonNode number = values[index];
    if (number.isIntegralNumber() && number.canConvertToLong()) {
      return number.longValue();
    }
    double value = number.doubleValue();
    if (Math.abs(value) >= Long.MAX_VALUE) {
      throw new InvalidArgument();
    }
    return (long) value;
  }

  RandomGenerator random() {
    return random;
  }
}
