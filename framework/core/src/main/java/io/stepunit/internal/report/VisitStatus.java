package io.stepunit.internal.report;

import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.StateVisit;
import java.util.List;

/** How a visit of a state ended, as the report tells them apart. */
enum VisitStatus {
  SUCCEEDED,
  CAUGHT,
  FAILED,
  RUNNING,
  ABORTED;

  static VisitStatus of(StateVisit visit, List<HistoryEvent> events, ExecutionStatus execution) {
    if (visit.exitedAt().isPresent()) {
      return visit.catcherTaken().isPresent() ? CAUGHT : SUCCEEDED;
    }
    if (visit.type().equals("Fail") || failed(events)) {
      return FAILED;
    }
    return execution == ExecutionStatus.RUNNING ? RUNNING : ABORTED;
  }

  private static boolean failed(List<HistoryEvent> events) {
    return switch (events.get(events.size() - 1).type()) {
      case LAMBDA_FUNCTION_FAILED,
          LAMBDA_FUNCTION_SCHEDULE_FAILED,
          LAMBDA_FUNCTION_START_FAILED,
          LAMBDA_FUNCTION_TIMED_OUT,
          TASK_FAILED,
          TASK_START_FAILED,
          TASK_SUBMIT_FAILED,
          TASK_TIMED_OUT,
          ACTIVITY_FAILED,
          ACTIVITY_SCHEDULE_FAILED,
          ACTIVITY_TIMED_OUT,
          MAP_STATE_FAILED,
          MAP_ITERATION_FAILED,
          MAP_RUN_FAILED,
          PARALLEL_STATE_FAILED,
          EVALUATION_FAILED ->
          true;
      default -> false;
    };
  }
}
