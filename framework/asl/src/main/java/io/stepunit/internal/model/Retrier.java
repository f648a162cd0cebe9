package io.stepunit.internal.model;

import io.stepunit.asl.SourceLocation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One entry of {@code Retry}.
 *
 * @param errorEquals the error names, not empty
 * @param interval the delay before the first retry
 * @param maxAttempts how many retries at most; 0 means none
 * @param backoffRate what the delay is multiplied with after each retry, at least 1.0
 * @param maxDelay the longest delay
 * @param jitter how a delay is spread
 * @param location where the entry stands
 */
public record Retrier(
    List<String> errorEquals,
    Duration interval,
    int maxAttempts,
    double backoffRate,
    Optional<Duration> maxDelay,
    JitterStrategy jitter,
    SourceLocation location) {

  private static final long LONGEST_DELAY_SECONDS = Duration.ofDays(366).toSeconds() - 1;

  static Retrier read(Fields fields) {
    fields.text("Comment");
    Retrier retrier =
        new Retrier(
            fields.requiredTexts("ErrorEquals"),
            fields
                .integer("IntervalSeconds", 1, Settings.MAX_SECONDS)
                .map(Duration::ofSeconds)
                .orElse(Duration.ofSeconds(1)),
            fields.integer("MaxAttempts", 0, Settings.MAX_SECONDS).orElse(3L).intValue(),
            fields.decimal("BackoffRate", 1.0, Double.MAX_VALUE).orElse(2.0),
            fields.integer("MaxDelaySeconds", 1, LONGEST_DELAY_SECONDS).map(Duration::ofSeconds),
            fields.word("JitterStrategy", "FULL", "NONE").equals(Optional.of("FULL"))
                ? JitterStrategy.FULL
                : JitterStrategy.NONE,
            fields.location());
    fields.done();
    return retrier;
  }
}
