package io.stepunit.internal.history;

import io.stepunit.history.EventDetails;
import io.stepunit.history.EventDetails.EvaluationFailed;
import io.stepunit.history.EventDetails.Failure;
import io.stepunit.history.EventDetails.TaskFailure;
import io.stepunit.history.EventType;
import io.stepunit.internal.model.FailState;
import io.stepunit.internal.model.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The events of a history by their ids, and their errors. */
final class EventIndex {
  private final List<EventRecord> events;
  private final Map<Long, EventRecord> byId = new HashMap<>();
  private @Nullable EventRecord executionFailed;

  EventIndex(List<EventRecord> events) {
    this.events = events;
    for (EventRecord event : events) {
      if (event.type() == EventType.EXECUTION_FAILED) {
        executionFailed = event;
      }
    }
  }

  /** The event that led to another one; of most histories nobody asks. */
  @Nullable EventRecord previous(EventRecord event) {
    if (byId.isEmpty()) {
      events.forEach(each -> byId.put(each.id(), each));
    }
    return byId.get(event.previousEventId());
  }

  /**
   * The execution's failure, if it befell it in this visit: without any event of the visit itself.
   */
  Optional<EventRecord> executionFailedIn(VisitRef visit) {
    if (executionFailed == null) {
      return Optional.empty();
    }
    EventRecord before = previous(executionFailed);
    return before != null && before.visitOrNull() == visit
        ? Optional.of(executionFailed)
        : Optional.empty();
  }

  private static ErrorAndCause ownError(EventRecord event) {
    EventDetails details = event.details();
    if (details instanceof Failure failure) {
      return ErrorAndCause.of(failure.error(), failure.cause());
    }
    if (details instanceof TaskFailure failure) {
      return ErrorAndCause.of(failure.error(), failure.cause());
    }
    if (details instanceof EvaluationFailed failed) {
      return ErrorAndCause.of(failed.error(), failed.cause());
    }
    VisitRef visit = event.visitOrNull();
    if (event.type() == EventType.FAIL_STATE_ENTERED
        && visit != null
        && visit.state() instanceof FailState fail) {
      return new ErrorAndCause(constant(fail.error()), constant(fail.cause()));
    }
    return ErrorAndCause.NONE;
  }

  /**
   * The error behind an event: its own, or the one of the event that led to it where its type tells
   * none, as with MapStateFailed. A Fail state's entry stands for the failure that it is.
   */
  ErrorAndCause error(@Nullable EventRecord event) {
    EventRecord at = event;
    while (at != null && isContainerFailure(at.type())) {
      at = previous(at);
    }
    return at == null ? ErrorAndCause.NONE : ownError(at);
  }

  private static boolean isContainerFailure(EventType type) {
    return type == EventType.MAP_STATE_FAILED
        || type == EventType.PARALLEL_STATE_FAILED
        || type == EventType.MAP_ITERATION_FAILED;
  }

  private static Optional<String> constant(Optional<Setting<String>> setting) {
    return setting.flatMap(
        s ->
            s instanceof Setting.Constant<String> constant
                ? Optional.of(constant.value())
                : Optional.empty());
  }

  /** An error name and a cause, each of which may be absent. */
  record ErrorAndCause(Optional<String> name, Optional<String> cause) {
    static final ErrorAndCause NONE = new ErrorAndCause(Optional.empty(), Optional.empty());

    static ErrorAndCause of(@Nullable String name, @Nullable String cause) {
      return new ErrorAndCause(Optional.ofNullable(name), Optional.ofNullable(cause));
    }
  }
}
