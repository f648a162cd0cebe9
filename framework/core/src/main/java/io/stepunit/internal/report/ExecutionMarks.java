package io.stepunit.internal.report;

import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.MapRunCounts;
import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.graph.GraphMarks;
import io.stepunit.internal.graph.GraphMarks.StateMark;
import io.stepunit.internal.graph.GraphMarks.Status;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.MapRunRecord;
import io.stepunit.internal.history.VisitRecord;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.history.Visits;
import io.stepunit.internal.json.JsonPointers;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an execution did in its machine, as pictures show it. */
public final class ExecutionMarks {
  /** The key of a state among those of points. */
  private static final Pattern STATE = Pattern.compile(".*/States/([^/]+)");

  private final Map<String, StateMark> states = new HashMap<>();
  private final Map<String, Long> taken = new HashMap<>();

  private ExecutionMarks() {}

  /**
   * The marks of an execution that has ended or still runs, with those of the child executions of
   * its Map Runs.
   */
  public static GraphMarks.Course of(ExecutionRecord execution) {
    ExecutionMarks marks = new ExecutionMarks();
    marks.count(Hits.of(execution));
    marks.add(execution);
    return marks.course();
  }

  /**
   * The marks of the child executions of Map Runs alone, all together.
   *
   * @param forgotten what those reached that are not kept
   */
  static GraphMarks.Course ofMapRuns(ExecutionRecord execution, Hits forgotten) {
    ExecutionMarks marks = new ExecutionMarks();
    for (MapRunRecord mapRun : execution.mapRuns()) {
      marks.count(Hits.of(mapRun.children().values()));
    }
    marks.count(forgotten);
    marks.addChildren(execution);
    marks.addForgotten(forgotten, execution.description().definition());
    return marks.course();
  }

  private GraphMarks.Course course() {
    return new GraphMarks.Course(states, taken);
  }

  private void count(Hits hits) {
    hits.counts().forEach((key, count) -> taken.merge(key, count, Long::sum));
  }

  private void add(ExecutionRecord execution) {
    Visits.of(execution.events()).forEach(visit -> add(execution, visit));
    addChildren(execution);
  }

  private void addChildren(ExecutionRecord execution) {
    execution.mapRuns().forEach(mapRun -> mapRun.children().values().forEach(this::add));
  }

  /** Of a child that is not kept nothing else is known than that it was in a state. */
  private void addForgotten(Hits forgotten, CompiledDefinition definition) {
    for (String key : forgotten.counts().keySet()) {
      Matcher ofState = STATE.matcher(key);
      if (ofState.matches()) {
        String name = JsonPointers.name(ofState.group(1));
        definition.findState(name).ifPresent(state -> add(key, state, forgotten(state)));
      }
    }
  }

  private static StateMark forgotten(State state) {
    Status status = state.type() == StateType.FAIL ? Status.FAILED : Status.SUCCEEDED;
    return new StateMark(status, 0, 0, 0);
  }

  private void add(ExecutionRecord execution, VisitRecord visit) {
    List<HistoryEvent> events = visit.events();
    Status status = Status.valueOf(VisitStatus.of(visit, events, execution.status()).name());
    boolean isTask = visit.state().type() == StateType.TASK;
    Iterations iterations = Iterations.of(execution, events);
    String id = pointer(visit.ref());
    taken.merge(scope(visit.ref()) + "/StartAt", 1L, (one, other) -> one);
    add(
        id,
        visit.state(),
        new StateMark(
            status, isTask ? visit.attempts().size() : 0, iterations.all(), iterations.failed()));
  }

  private void add(String id, State state, StateMark mark) {
    states.merge(id, mark, ExecutionMarks::together);
    boolean ended = mark.status() == Status.SUCCEEDED || state.type() == StateType.FAIL;
    if (state.ends() && ended) {
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

  /** How many iterations a visit of a Map had; of a Map Run its items. */
  private record Iterations(int all, int failed) {
    static Iterations of(ExecutionRecord execution, List<HistoryEvent> events) {
      Iterations inline = new Iterations(0, 0);
      Iterations inMapRuns = inline;
      for (HistoryEvent event : events) {
        if (event.details() instanceof EventDetails.MapStateStarted started) {
          inline = inline.plus(started.length(), 0);
        } else if (event.type() == EventType.MAP_ITERATION_FAILED) {
          inline = inline.plus(0, 1);
        } else if (event.details() instanceof EventDetails.MapRunStarted started) {
          inMapRuns = inMapRuns.plus(execution, started.mapRunArn());
        }
      }
      return inMapRuns.all() > 0 ? inMapRuns : inline;
    }

    private Iterations plus(int more, int moreFailed) {
      return new Iterations(all + more, failed + moreFailed);
    }

    private Iterations plus(ExecutionRecord execution, String mapRunArn) {
      return execution.mapRuns().stream()
          .filter(mapRun -> mapRun.arn().equals(mapRunArn))
          .map(mapRun -> mapRun.description().itemCounts())
          .findFirst()
          .map(items -> plus(items.total(), failed(items)))
          .orElse(this);
    }

    private static int failed(MapRunCounts items) {
      return items.failed() + items.timedOut() + items.aborted();
    }
  }

  private static String pointer(VisitRef visit) {
    String name = JsonPointers.token(visit.state().name());
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
