package io.stepunit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.Rule;

/** Checks the numbers of a definition against their ranges. */
final class NumberField {
  private NumberField() {}

  static long integer(Fields fields, LocatedNode field, long min, long max) {
    JsonNode value = field.value();
    if (!value.isIntegralNumber()) {
      wrongType(fields, field, "INTEGER");
      return min;
    }
    if (!value.canConvertToLong() || value.asLong() < min || value.asLong() > max) {
      boolean low =
          value.bigIntegerValue().signum() < 0 || value.canConvertToLong() && value.asLong() < min;
      fields.report(
          Rule.OUT_OF_RANGE,
          low ? "Minimum value is " + min : "Maximum value is " + max,
          field.location(),
          Fields.found(value));
      return min;
    }
    return value.asLong();
  }

  static double decimal(Fields fields, LocatedNode field, double min, double max) {
    JsonNode value = field.value();
    if (!value.isNumber()) {
      wrongType(fields, field, "NUMBER");
      return min;
    }
    double number = value.asDouble();
    if (number < min || number > max) {
      fields.report(
          Rule.OUT_OF_RANGE,
          number < min ? "Minimum value is " + min : "Maximum value is " + max,
          field.location(),
          Fields.found(value));
    }
    return number;
  }

  private static void wrongType(Fields fields, LocatedNode field, String expected) {
    boolean placeholder = field.value().isTextual() && field.value().asText().contains("${");
    fields.report(
        Rule.WRONG_TYPE,
        "Expected value of type [" + expected + "]",
        field.location(),
        placeholder
            ? "the placeholder " + field.value().asText() + " has not been replaced by a number"
            : Fields.found(field.value()));
  }
}
