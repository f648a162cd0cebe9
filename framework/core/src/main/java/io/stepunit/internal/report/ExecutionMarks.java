package io.stepunit.internal.report;

import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.graph.GraphMarks;
import io.stepunit.internal.graph.GraphMarks.StateMark;
import io.stepunit.internal.graph.GraphMarks.Status;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.VisitRecord;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.history.Visits;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.StateType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an execution did in its machine, as pictures show it. */
public final class ExecutionMarks {
  private final ExecutionRecord execution;
  private final Map<String, StateMark> states = new HashMap<>();
  private final Map<String, Long> taken;

  private ExecutionMarks(ExecutionRecord execution) {
    this.execution = execution;
    this.taken = new HashMap<>(Hits.of(execution).counts());
  }

  /** The marks of an execution that has ended or still runs. */
  public static GraphMarks.Course of(ExecutionRecord execution) {
    ExecutionMarks marks = new ExecutionMarks(execution);
    Visits.of(execution.events()).forEach(marks::add);
    return new GraphMarks.Course(marks.states, marks.taken);
  }

  private void add(VisitRecord visit) {
    String id = pointer(visit.ref());
    List<HistoryEvent> events = visit.events();
    Status status = Status.valueOf(VisitStatus.of(visit, events, execution.status()).name());
    boolean isTask = visit.state().type() == StateType.TASK;
    StateMark mark =
        new StateMark(
            status, isTask ? visit.attempts().size() : 0, iterations(events), failed(events));
    states.merge(id, mark, ExecutionMarks::together);
    taken.merge(scope(visit.ref()) + "/StartAt", 1L, (one, other) -> one);
    boolean ended = status == Status.SUCCEEDED || visit.state().type() == StateType.FAIL;
    if (visit.state().ends() && ended) {
      taken.merge(id + "/End", 1L, Long::sum);
    }
  }

  /** Of several visits the worst outcome, and the most attempts. */
  private static StateMark together(StateMark one, StateMark other) {
    return new StateMark(
        one.status().compareTo(other.status()) < 0 ? one.status() : other.status(),
        Math.max(one.attempts(), other.attempts()),
        one.iterations() + other.iterations(),
        one.failed() + other.failed());
  }

  private static int iterations(List<HistoryEvent> events) {
    return events.stream()
        .map(HistoryEvent::details)
        .filter(EventDetails.MapStateStarted.class::isInstance)
        .mapToInt(started -> ((EventDetails.MapStateStarted) started).length())
        .sum();
  }

  private static int failed(List<HistoryEvent> events) {
    return (int)
        events.stream().filter(event -> event.type() == EventType.MAP_ITERATION_FAILED).count();
  }

  private static String pointer(VisitRef visit) {
    String name = visit.state().name().replace("~", "~0").replace("/", "~1");
    return scope(visit) + "/States/" + name;
  }

  private static String scope(VisitRef visit) {
    VisitRef.Around around = visit.around();
    if (around == null) {
      return "";
    }
    String outer = pointer(around.visit());
    if (around.visit().state() instanceof MapState map) {
      // The last part: ItemProcessor or Iterator.
      String processor = map.itemProcessor().location().pointer();
      return outer + processor.substring(processor.lastIndexOf('/'));
    }
    return outer + "/Branches/" + around.index();
  }
}
