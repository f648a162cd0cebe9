package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The two ways in which the AWS CLI prints a time: ISO-8601, or seconds since 1970. */
final class Timestamps {
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);

  private Timestamps() {}

  /** Empty where the field is absent or shows a word instead of a time. */
  static Optional<Instant> read(JsonNode value) {
    try {
      if (value.isNumber()) {
        BigDecimal seconds = value.decimalValue();
        long whole = seconds.longValue();
        long nanos = seconds.subtract(BigDecimal.valueOf(whole)).multiply(NANOS).longValue();
        return Optional.of(Instant.ofEpochSecond(whole, nanos));
      }
      return value.isTextual()
          ? Optional.of(OffsetDateTime.parse(value.textValue()).toInstant())
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
