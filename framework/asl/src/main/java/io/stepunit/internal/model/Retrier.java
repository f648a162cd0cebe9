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
    SourceLocation location) {}
