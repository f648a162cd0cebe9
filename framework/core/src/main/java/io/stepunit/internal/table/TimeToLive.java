package io.stepunit.internal.table;

import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When items are deleted by themselves.
 *
 * @param attribute the attribute with the time, in epoch seconds
 * @param delay how much later
 * @param clock the virtual time
 */
record TimeToLive(String attribute, Duration delay, Clock clock) {
  /** DynamoDB keeps items whose time is longer ago. */
  private static final Duration LONGEST_AGO = Duration.ofDays(5 * 365L);

  /** The same by another clock. */
  TimeToLive by(Clock other) {
    return new TimeToLive(attribute, delay, other);
  }

  /** Whether an item is deleted by now. */
  boolean isOver(Attributes item) {
    Instant now = clock.instant();
    return item.get(attribute)
        .filter(AttributeValue.Numeric.class::isInstance)
        .map(value -> ((AttributeValue.Numeric) value).number())
        .filter(
            time ->
                time.compareTo(seconds(now.minus(delay))) <= 0
                    && time.compareTo(seconds(now.minus(LONGEST_AGO))) >= 0)
        .isPresent();
  }

  private static BigDecimal seconds(Instant instant) {
    return BigDecimal.valueOf(instant.getEpochSecond());
  }
}
