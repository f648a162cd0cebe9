package io.stepunit.internal.report;

import io.stepunit.history.EventType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.history.AttemptCounter;
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
    EventType last = events.get(events.size() - 1).type();
    return switch (last) {
      case MAP_ITERATION_FAILED, MAP_RUN_FAILED, EVALUATION_FAILED -> true;
      default -> AttemptCounter.fails(last);
    };
  }
}
