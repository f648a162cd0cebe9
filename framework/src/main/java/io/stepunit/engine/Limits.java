package io.stepunit.engine;

import java.time.Duration;

/**
 * The limits that the service enforces; "Quotas" in the AWS Step Functions Developer Guide.
 *
 * @param historyEvents how many events a history may have; the last is the failure
 * @param payloadBytes how many bytes of UTF-8 JSON an input or output may have
 * @param variablesBytes how many bytes all variables of an execution may have
 * @param executionTime how long an execution may take
 */
public record Limits(
    int historyEvents, int payloadBytes, int variablesBytes, Duration executionTime) {
  /** AWS's limits. */
  public static final Limits AWS =
      new Limits(25_000, 262_144, 10 * 1024 * 1024, Duration.ofDays(365));

  /** An execution time that no virtual time reaches. */
  private static final Duration FOR_EVER = Duration.ofDays(365 * 1_000_000L);

  public Limits withoutHistoryEvents() {
    return new Limits(Integer.MAX_VALUE, payloadBytes, variablesBytes, executionTime);
  }

  public Limits withoutPayloadBytes() {
    return new Limits(historyEvents, Integer.MAX_VALUE, Integer.MAX_VALUE, executionTime);
  }

  public Limits withoutExecutionTime() {
    return new Limits(historyEvents, payloadBytes, variablesBytes, FOR_EVER);
  }
}
