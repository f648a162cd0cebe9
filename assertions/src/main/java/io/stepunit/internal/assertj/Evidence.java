package io.stepunit.internal.assertj;

import io.stepunit.Execution;
import io.stepunit.StateResult;
import io.stepunit.asl.SourceLocation;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.State;
import io.stepunit.internal.report.CurrentTest;
import io.stepunit.internal.text.Printable;
import io.stepunit.internal.text.ToldTimelines;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What every message ends with: the place in the definition, the timeline around the event that
 * matters, and the seed.
 *
 * @since 0.1.0
 */
public final class Evidence {
  private static final int TIMELINE_LINES = 20;

  private final String subject;
  private final Optional<Execution> execution;
  private final long eventId;
  private final Optional<Place> place;

  private Evidence(
      String subject, Optional<Execution> execution, long eventId, Optional<Place> place) {
    this.subject = subject;
    this.execution = execution;
    this.eventId = eventId;
    this.place = place;
  }

  /**
   * About an execution as a whole: points at its last event, and at the state that it failed in.
   */
  public static Evidence of(Execution execution) {
    List<HistoryEvent> events = execution.events();
    if (events.isEmpty()) {
      return about(execution, 0, Optional.empty());
    }
    HistoryEvent last = events.get(events.size() - 1);
    Optional<Place> culprit =
        last.type() == EventType.EXECUTION_FAILED
            ? culprit(events, last).flatMap(event -> place(execution, event))
            : Optional.empty();
    return about(execution, last.id(), culprit);
  }

  /** About an execution at one event. */
  public static Evidence at(Execution execution, HistoryEvent event) {
    return about(execution, event.id(), place(execution, event));
  }

  /** About one state of an execution that has no event to point at. */
  public static Evidence at(Execution execution, State state) {
    return about(execution, Evidence.of(execution).eventId, Optional.of(Place.of(state)));
  }

  /** About a visit, which points at its last event. */
  public static Evidence of(StateVisit visit, Optional<Execution> execution) {
    List<HistoryEvent> events = visit.events();
    long last = events.isEmpty() ? 0 : events.get(events.size() - 1).id();
    return new Evidence(
        subject(visit, execution),
        execution,
        last,
        Optional.of(new Place(visit.name(), visit.location())));
  }

  /** About a state that was tested alone. */
  public static Evidence of(StateResult result) {
    Place place = new Place(result.state(), result.location());
    return new Evidence(
        "state " + Printable.line(result.state()), Optional.empty(), 0, Optional.of(place));
  }

  private static Evidence about(Execution execution, long eventId, Optional<Place> place) {
    return new Evidence("execution " + execution.name(), Optional.of(execution), eventId, place);
  }

  private static String subject(StateVisit visit, Optional<Execution> execution) {
    String state = "state " + Printable.line(visit.path());
    List<StateVisit> visits = execution.map(run -> run.visits(visit.path())).orElse(List.of(visit));
    int number = visits.indexOf(visit) + 1;
    return visits.size() <= 1 ? state : "visit " + number + " of " + visits.size() + " of " + state;
  }

  /** The state whose failure became the execution's. */
  private static Optional<HistoryEvent> culprit(
      List<HistoryEvent> events, HistoryEvent executionFailed) {
    Optional<HistoryEvent> at = previous(events, executionFailed);
    while (at.isPresent() && isContainerFailure(at.get().type())) {
      at = previous(events, at.get());
    }
    return at;
  }

  private static Optional<Place> place(Execution execution, HistoryEvent event) {
    return event
        .state()
        .flatMap(CompiledDefinition.of(execution.definition())::findState)
        .map(Place::of);
  }

  private static Optional<HistoryEvent> previous(List<HistoryEvent> events, HistoryEvent event) {
    return events.stream().filter(e -> e.id() == event.previousEventId()).findFirst();
  }

  private static boolean isContainerFailure(EventType type) {
    return type == EventType.MAP_STATE_FAILED
        || type == EventType.PARALLEL_STATE_FAILED
        || type == EventType.MAP_ITERATION_FAILED;
  }

  /** What the message is about, to stand within a sentence: {@code execution run-1}. */
  public String subject() {
    return subject;
  }

  /** How the execution ended, or that it did not: {@code FAILED with Gateway.Busy: 503}. */
  public static String outcome(Execution execution) {
    String error = execution.error().map(name -> " with " + name).orElse(" without an error name");
    String cause = execution.cause().map(text -> ": " + text).orElse("");
    return switch (execution.status()) {
      case RUNNING, SUCCEEDED -> execution.status().name();
      case FAILED -> "FAILED" + error + cause;
      case TIMED_OUT, ABORTED ->
          execution.status() + (execution.error().isPresent() ? error + cause : cause);
    };
  }

  String text() {
    String where =
        place
            .map(at -> "See state " + Printable.line(at.state()) + " (" + at.location() + ")\n")
            .orElse("");
    if (CurrentTest.triesMutant()) {
      // Nobody looks for the mistake, which is known.
      return where;
    }
    String advice = execution.map(run -> Advice.of(run, culprit(run))).orElse("");
    String timeline = execution.map(this::timeline).orElse("");
    return where + advice + timeline;
  }

  private Optional<State> culprit(Execution run) {
    return place.flatMap(at -> CompiledDefinition.of(run.definition()).findState(at.state()));
  }

  private String timeline(Execution run) {
    return ToldTimelines.HEADING
        + run.name()
        + ", seed "
        + run.seed()
        + ":\n"
        + run.timeline().folded().around(eventId, TIMELINE_LINES)
        + "\n"
        + run.reportLink().map(link -> "report: " + link + "\n").orElse("");
  }

  /** A state and where it stands in the definition. */
  private record Place(String state, SourceLocation location) {
    static Place of(State state) {
      return new Place(state.name(), state.location());
    }
  }

  @Override
  public String toString() {
    return Objects.toString(subject);
  }
}
