package io.stepunit.internal.engine;

import io.stepunit.asl.WorkflowType;
import java.time.Duration;

/**
 * The limits that the service enforces; "Quotas" in the AWS Step Functions Developer Guide.
 *
 * @param historyEvents how many events the history of a Standard execution may have; the last is
 *     the failure
 * @param payloadBytes how many bytes of UTF-8 JSON an input or output may have
 * @param variablesBytes how many bytes all variables of an execution may have
 * @param standardTime how long a Standard execution may take
 * @param expressTime how long an Express execution may take
 * @param inlineConcurrency how many iterations of an inline Map run at once
 */
public record Limits(
    int historyEvents,
    int payloadBytes,
    int variablesBytes,
    Duration standardTime,
    Duration expressTime,
    int inlineConcurrency) {
  /** AWS's limits. */
  public static final Limits AWS =
      new Limits(
          25_000, 262_144, 10 * 1024 * 1024, Duration.ofDays(365), Duration.ofMinutes(5), 40);

  /** An execution time that no virtual time reaches. */
  private static final Duration FOR_EVER = Duration.ofDays(365 * 1_000_000L);

  /**
   * More events than AWS gets done in five minutes: an Express execution that has so many goes
   * round in a loop in which no virtual time passes.
   */
  static final int EXPRESS_LOOP = 500_000;

  /** How long an execution of a type may take. */
  Duration executionTime(WorkflowType type) {
    return type == WorkflowType.EXPRESS ? expressTime : standardTime;
  }

  /** Whether an Express execution of so many events is one that only its time limit ends on AWS. */
  boolean isExpressLoop(WorkflowType type, int events) {
    return type == WorkflowType.EXPRESS
        && events >= EXPRESS_LOOP
        && expressTime.compareTo(FOR_EVER) < 0;
  }

  /** Whether the next event of a history is one more than it may have. */
  boolean isHistoryFull(WorkflowType type, int events) {
    return type == WorkflowType.STANDARD && events + 1 >= historyEvents;
  }

  public Limits withoutHistoryEvents() {
    return new Limits(
        Integer.MAX_VALUE,
        payloadBytes,
        variablesBytes,
        standardTime,
        expressTime,
        inlineConcurrency);
  }

  public Limits withoutPayloadBytes() {
    return new Limits(
        historyEvents,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        standardTime,
        expressTime,
        inlineConcurrency);
  }

  public Limits withoutStandardTime() {
    return new Limits(
        historyEvents, payloadBytes, variablesBytes, FOR_EVER, expressTime, inlineConcurrency);
  }

  public Limits withoutExpressTime() {
    return new Limits(
        historyEvents, payloadBytes, variablesBytes, standardTime, FOR_EVER, inlineConcurrency);
  }

  public Limits withoutInlineConcurrency() {
    return new Limits(
        historyEvents, payloadBytes, variablesBytes, standardTime, expressTime, Integer.MAX_VALUE);
  }
}
