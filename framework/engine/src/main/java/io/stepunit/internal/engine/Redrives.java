package io.stepunit.internal.engine;

import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How often an execution was redriven, and whether it may be once more; "Restarting state machine
 * executions with redrive" in the AWS Step Functions Developer Guide.
 */
final class Redrives {
  private static final Duration REDRIVABLE_PERIOD = Duration.ofDays(14);

  private int count;
  private @Nullable Instant last;

  /** Counts one more. */
  int next(Instant now) {
    last = now;
    return ++count;
  }

  int count() {
    return count;
  }

  /** The virtual time of the last redrive. */
  Optional<Instant> last() {
    return Optional.ofNullable(last);
  }

  /** Why an execution cannot be redriven now; empty if it can. */
  static Optional<String> reasonAgainst(ExecutionRun run, int events) {
    ExecutionStatus status = run.status();
    if (run.type() == WorkflowType.EXPRESS) {
      return Optional.of("Execution is of an Express state machine and cannot be redriven");
    }
    if (status == ExecutionStatus.RUNNING || status == ExecutionStatus.SUCCEEDED) {
      return Optional.of("Execution is " + status + " and cannot be redriven");
    }
    Instant now = run.engine().clock().instant();
    if (run.stoppedAt().filter(end -> end.plus(REDRIVABLE_PERIOD).isBefore(now)).isPresent()) {
      return Optional.of("Execution ended more than 14 days ago and cannot be redriven");
    }
    Limits limits = run.engine().settings().limits();
    if (run.startedAt().plus(limits.executionTime(run.type())).isBefore(now)) {
      return Optional.of("Execution was started more than a year ago and cannot be redriven");
    }
    if (limits.isHistoryFull(run.type(), events)) {
      return Optional.of("Execution has reached the limit of its history and cannot be redriven");
    }
    return Optional.empty();
  }
}
