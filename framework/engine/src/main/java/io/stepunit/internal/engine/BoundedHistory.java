package io.stepunit.internal.engine;

import io.stepunit.asl.WorkflowType;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.InjectedFault;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.history.Decision;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.HistoryRecorder;
import io.stepunit.internal.history.Note;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.time.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of one execution, of which the service takes only so many, and what a test did to its
 * Tasks in between.
 */
final class BoundedHistory {
  private final HistoryRecorder events;
  private final EngineLimits limits;
  private final WorkflowType type;
  private final VirtualClock clock;
  private final List<InjectedFault> faults = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>(0);
  private final List<Decision> decisions = new ArrayList<>(0);

  BoundedHistory(VirtualClock clock, EngineLimits limits, WorkflowType type) {
    this.events = new HistoryRecorder(clock);
    this.limits = limits;
    this.type = type;
    this.clock = clock;
  }

  /**
   * Whether there is room for an event. There is always room for the end of the execution. An
   * Express execution may have any number of events, but not go round in a loop for ever.
   */
  boolean hasRoomFor(EventType next) {
    return endsExecution(next)
        || !limits.isExpressLoop(type, size()) && !limits.isHistoryFull(type, size());
  }

  /** Whether an event is a step of the machine; that a call has begun is none. */
  static boolean isTransition(EventType type) {
    return switch (type) {
      case ACTIVITY_STARTED, LAMBDA_FUNCTION_STARTED, TASK_STARTED, TASK_SUBMITTED -> false;
      default -> !endsExecution(type);
    };
  }

  private static boolean endsExecution(EventType type) {
    return switch (type) {
      case EXECUTION_SUCCEEDED, EXECUTION_FAILED, EXECUTION_ABORTED, EXECUTION_TIMED_OUT -> true;
      default -> false;
    };
  }

  /** What an execution fails with whose history has no room left. */
  StatesError full() {
    return StatesError.fatal(
        StatesError.RUNTIME,
        "The execution reached the maximum number of history events ("
            + limits.historyEvents()
            + ").");
  }

  long record(
      EventType type, long previousEventId, EventDetails details, @Nullable VisitRef visit) {
    return events.record(type, previousEventId, details, visit);
  }

  /** Notes what a test did to a task, behind the last event. */
  void noteFault(VisitRef visit, String fault) {
    faults.add(
        new InjectedFault(size(), clock.instant(), visit.state().name(), visit.path(), fault));
  }

  /** Notes what the timeline tells beside the events, behind the last of them. */
  void note(VisitRef visit, String text) {
    notes.add(new Note(size(), clock.instant(), visit.path(), text));
  }

  /** Keeps what was decided, which no event tells. */
  void decided(Decision decision) {
    decisions.add(decision);
  }

  List<Decision> decisions() {
    return decisions;
  }

  List<Note> notes() {
    return notes;
  }

  List<InjectedFault> injectedFaults() {
    return faults;
  }

  int size() {
    return events.size();
  }

  List<EventRecord> events() {
    return events.events();
  }

  /** The events, those that are still to come included. */
  List<EventRecord> growing() {
    return events.growing();
  }
}
