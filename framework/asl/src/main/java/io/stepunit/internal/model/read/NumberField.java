package io.stepunit.internal.model.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.Rule;

/**
 * A field that has to be a number in a range.
 *
 * @param fields the fields of the object that has it
 */
record NumberField(Fields fields, LocatedNode field) {
  long integer(long min, long max) {
    JsonNode value = field.value();
    if (!value.isIntegralNumber()) {
      wrongType("INTEGER");
      return min;
    }
    if (!value.canConvertToLong() || value.asLong() < min || value.asLong() > max) {
      boolean low =
          value.bigIntegerValue().signum() < 0 || value.canConvertToLong() && value.asLong() < min;
      outOfRange(low ? "Minimum value is " + min : "Maximum value is " + max);
      return min;
    }
    return value.asLong();
  }

  double decimal(double min, double max) {
    JsonNode value = field.value();
    if (!value.isNumber()) {
      wrongType("NUMBER");
      return min;
    }
    double number = value.asDouble();
    if (number < min || number > max) {
      outOfRange(number < min ? "Minimum value is " + min : "Maximum value is " + max);
    }
    return number;
  }

  private void outOfRange(String message) {
    fields.report(Rule.OUT_OF_RANGE, message, field.location(), FoundValue.of(field));
  }

  private void wrongType(String expected) {
    boolean placeholder = field.value().isTextual() && field.value().asText().contains("${");
    fields.report(
        Rule.WRONG_TYPE,
        "Expected value of type [" + expected + "]",
        field.location(),
        placeholder
            ? "the placeholder " + field.value().asText() + " is not replaced by a number"
            : FoundValue.of(field));
  }
}
