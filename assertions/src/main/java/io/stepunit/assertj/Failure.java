package io.stepunit.assertj;

import io.stepunit.Execution;
import io.stepunit.history.Attempt;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.StateVisit;
import java.util.Optional;

/**
 * How a visit failed for good.
 *
 * @param failed whether it failed at all
 * @param error the error name, which may be absent
 * @param cause the cause, which may be absent
 */
record Failure(boolean failed, Optional<String> error, Optional<String> cause) {
  private static final Failure NONE = new Failure(false, Optional.empty(), Optional.empty());

  /**
   * The failure of the last attempt; for states without attempts the execution's, if it came from
   * this visit.
   */
  static Failure of(StateVisit visit, Optional<Execution> execution) {
    if (!visit.attempts().isEmpty()) {
      Attempt last = visit.attempts().get(visit.attempts().size() - 1);
      return last.failed() ? new Failure(true, last.error(), last.cause()) : NONE;
    }
    return execution
        .filter(run -> endedIn(visit, run))
        .map(run -> new Failure(true, run.error(), run.cause()))
        .orElse(NONE);
  }

  private static boolean endedIn(StateVisit visit, Execution run) {
    return run.events().stream()
        .filter(event -> event.type() == EventType.EXECUTION_FAILED)
        .mapToLong(HistoryEvent::previousEventId)
        .anyMatch(id -> visit.events().stream().anyMatch(event -> event.id() == id));
  }

  boolean isNamed(String name) {
    return failed && error.equals(Optional.of(name));
  }

  /** The error and the cause, empty if there was no failure. */
  Optional<String> text() {
    return failed
        ? Optional.of(
            error.orElse("an error without name") + cause.map(text -> ": " + text).orElse(""))
        : Optional.empty();
  }
}
