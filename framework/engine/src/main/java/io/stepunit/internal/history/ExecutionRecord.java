package io.stepunit.internal.history;

import io.stepunit.history.Call;
import io.stepunit.history.EventDetails.StateEntered;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.InjectedFault;
import io.stepunit.history.StateVisit;
import io.stepunit.history.Timeline;
import java.util.List;

/**
 * An execution: finished, or a snapshot of a running one.
 *
 * @param description what {@code DescribeExecution} answers
 * @param events the history, in order
 * @param injectedFaults the faults that the test injected and that fired, in order
 * @param notes what the timeline tells beside the events, in order
 * @param mapRuns the Map Runs, in the order of their start
 * @param decisions what the engine decided beside the events, in order
 */
public record ExecutionRecord(
    ExecutionDescription description,
    List<EventRecord> events,
    List<InjectedFault> injectedFaults,
    List<Note> notes,
    List<MapRunRecord> mapRuns,
    List<Decision> decisions) {
  public ExecutionRecord {
    events = List.copyOf(events);
    injectedFaults = List.copyOf(injectedFaults);
    notes = List.copyOf(notes);
    mapRuns = List.copyOf(mapRuns);
    decisions = List.copyOf(decisions);
  }

  public String arn() {
    return description.arn();
  }

  public String name() {
    return description.name();
  }

  public ExecutionStatus status() {
    return description.status();
  }

  /** Returns the number of redrives. */
  public int redriveCount() {
    return description.redriveCount();
  }

  /** The visits of states, in the order in which they were entered, as users get them. */
  public List<StateVisit> visits() {
    return Visits.of(events).stream().<StateVisit>map(VisitCopy::new).toList();
  }

  /** The visits of one state, by its name or by its path. */
  public List<StateVisit> visits(String state) {
    return visits().stream()
        .filter(visit -> visit.name().equals(state) || visit.path().equals(state))
        .toList();
  }

  /**
   * The calls of all Tasks to their resources, in the order in which they were made, as users get
   * them.
   */
  public List<Call> calls() {
    return Calls.of(events).stream().<Call>map(CallCopy::new).toList();
  }

  /** The calls of one Task, by its state's name or by its path. */
  public List<Call> calls(String state) {
    return calls().stream()
        .filter(call -> call.state().equals(state) || call.path().equals(state))
        .toList();
  }

  /** Returns the names of the visited states in the order in which they were entered. */
  public List<String> path() {
    return events.stream()
        .map(EventRecord::details)
        .filter(StateEntered.class::isInstance)
        .map(details -> ((StateEntered) details).name())
        .toList();
  }

  /** What happened, one line for each event. */
  public Timeline timeline() {
    return EventTimeline.of(this);
  }

  /**
   * The end of the timeline, for a history of any length.
   *
   * @param events how many events at the end
   */
  public Timeline latest(int events) {
    return EventTimeline.latest(this, events);
  }

  /** Name, status and timeline. */
  @Override
  public String toString() {
    return name() + " " + status() + "\n" + timeline();
  }
}
