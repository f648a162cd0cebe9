package io.stepunit.internal.engine.limit;

import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often an execution or a Map Run was redriven, and whether an execution may be once more;
 * "Restarting state machine executions with redrive" in the AWS Step Functions Developer Guide.
 */
public final class Redrives {
  private static final Duration REDRIVABLE_PERIOD = Duration.ofDays(14);

  private int count;
  private @Nullable Instant last;

  /** As many as before, to be counted on. */
  public Redrives copy() {
    Redrives copy = new Redrives();
    copy.count = count;
    copy.last = last;
    return copy;
  }

  /** Counts one more. */
  public int next(Instant now) {
    last = now;
    return ++count;
  }

  public int count() {
    return count;
  }

  /** The virtual time of the last redrive. */
  public Optional<Instant> last() {
    return Optional.ofNullable(last);
  }

  /**
   * An execution to redrive.
   *
   * @param events how many events its history has
   */
  public record Candidate(
      WorkflowType type,
      ExecutionStatus status,
      Instant startedAt,
      Optional<Instant> stoppedAt,
      int events) {}

  /**
   * Why an execution of a status cannot be redriven, whatever it is; empty if the status allows.
   */
  public static Optional<String> reasonAgainst(ExecutionStatus status) {
    return status == ExecutionStatus.RUNNING || status == ExecutionStatus.SUCCEEDED
        ? Optional.of("Execution is " + status + " and cannot be redriven")
        : Optional.empty();
  }

  /** Why an execution cannot be redriven now; empty if it can. */
  public static Optional<String> reasonAgainst(
      Candidate execution, EngineLimits limits, Instant now) {
    Optional<String> byStatus = reasonAgainst(execution.status());
    if (byStatus.isPresent()) {
      return byStatus;
    }
    if (execution.type() == WorkflowType.EXPRESS) {
      return Optional.of("Execution is of an Express state machine and cannot be redriven");
    }
    if (execution
        .stoppedAt()
        .filter(end -> end.plus(REDRIVABLE_PERIOD).isBefore(now))
        .isPresent()) {
      return Optional.of("Execution ended more than 14 days ago and cannot be redriven");
    }
    if (execution.startedAt().plus(limits.executionTime(execution.type())).isBefore(now)) {
      return Optional.of("Execution was started more than a year ago and cannot be redriven");
    }
    if (limits.isHistoryFull(execution.type(), execution.events())) {
      return Optional.of("Execution has exceeded the maximum history event limit");
    }
    return Optional.empty();
  }
}
