package io.stepunit.internal.engine.limit;

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
public record EngineLimits(
    int historyEvents,
    int payloadBytes,
    int variablesBytes,
    Duration standardTime,
    Duration expressTime,
    int inlineConcurrency) {
  /** AWS's limits. */
  public static final EngineLimits AWS =
      new EngineLimits(
          25_000, 262_144, 10 * 1024 * 1024, Duration.ofDays(365), Duration.ofMinutes(5), 40);

  /** An execution time that no virtual time reaches. */
  private static final Duration FOR_EVER = Duration.ofDays(365 * 1_000_000L);

  /**
   * More events than AWS gets done in five minutes: an Express execution that has so many goes
   * round in a loop in which no virtual time passes.
   */
  static final int EXPRESS_LOOP = 500_000;

  /** How long an execution of a type may take. */
  public Duration executionTime(WorkflowType type) {
    return type == WorkflowType.EXPRESS ? expressTime : standardTime;
  }

  /** Whether an Express execution of so many events is one that only its time limit ends on AWS. */
  public boolean isExpressLoop(WorkflowType type, int events) {
    return type == WorkflowType.EXPRESS
        && events >= EXPRESS_LOOP
        && expressTime.compareTo(FOR_EVER) < 0;
  }

  /** Whether the next event of a history is one more than it may have. */
  public boolean isHistoryFull(WorkflowType type, int events) {
    return type == WorkflowType.STANDARD && events + 1 >= historyEvents;
  }

  public EngineLimits withoutHistoryEvents() {
    return new EngineLimits(
        Integer.MAX_VALUE,
        payloadBytes,
        variablesBytes,
        standardTime,
        expressTime,
        inlineConcurrency);
  }

  public EngineLimits withoutPayloadBytes() {
    return new EngineLimits(
        historyEvents,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        standardTime,
        expressTime,
        inlineConcurrency);
  }

  public EngineLimits withoutStandardTime() {
    return new EngineLimits(
        historyEvents, payloadBytes, variablesBytes, FOR_EVER, expressTime, inlineConcurrency);
  }

  public EngineLimits withoutExpressTime() {
    return new EngineLimits(
        historyEvents, payloadBytes, variablesBytes, standardTime, FOR_EVER, inlineConcurrency);
  }

  public EngineLimits withoutInlineConcurrency() {
    return new EngineLimits(
        historyEvents, payloadBytes, variablesBytes, standardTime, expressTime, Integer.MAX_VALUE);
  }
}
