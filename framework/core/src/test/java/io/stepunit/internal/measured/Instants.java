package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Instants as answers and files write them: ISO 8601, or seconds or milliseconds since 1970. */
final class Instants {
  private static final BigDecimal FIRST_MILLIS = new BigDecimal("100000000000");

  private Instants() {}

  static Optional<Instant> read(JsonNode value) {
    if (value.isNumber()) {
      return Optional.of(ofNumber(value.decimalValue()));
    }
    if (!value.isTextual()) {
      return Optional.empty();
    }
    String text = value.textValue();
    try {
      return Optional.of(
          text.matches("[0-9.]+") ? ofNumber(new BigDecimal(text)) : Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Instant ofNumber(BigDecimal number) {
    BigDecimal millis = number.compareTo(FIRST_MILLIS) < 0 ? number.movePointRight(3) : number;
    return Instant.ofEpochMilli(millis.longValue());
  }
}
