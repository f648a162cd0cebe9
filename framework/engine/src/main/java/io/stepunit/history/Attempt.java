package io.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt of a Task, Parallel or Map within one visit.
 *
 * @param number 1-based
 * @param startedAt when it was scheduled
 * @param endedAt when it succeeded or failed; empty while it runs and where it was cut off
 * @param error the error name, empty where it succeeded or where the failure has no name
 * @param cause the cause
 * @param failed whether it failed
 * @param input the task's effective input; empty for Parallel and Map
 * @since 0.1.0
 */
public record Attempt(
    int number,
    Instant startedAt,
    Optional<Instant> endedAt,
    boolean failed,
    Optional<String> error,
    Optional<String> cause,
    Optional<JsonNode> input) {
  /** Returns the virtual duration. */
  public Duration duration() {
    return Duration.between(startedAt, endedAt.orElse(startedAt));
  }
}
