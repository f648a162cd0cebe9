package io.stepunit.internal.solve;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.VisitRecord;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.StateTarget;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Searches for what an execution has to be given to go somewhere: it looks at executions that came
 * near, works out what kept them from going there, changes that, and looks again. Deterministic and
 * bounded.
 */
public final class Solver {
  /** Executions that came near, for each state. */
  private static final int STARTS = 3;

  /** Executions for one goal. */
  private static final int TRIALS = 30;

  /** Values that a service may answer instead of one that it does not know. */
  private static final int ALTERNATIVES = 12;

  /** Runs a script. */
  @FunctionalInterface
  public interface Runner {
    /** The ended execution; empty if it cannot be run, or does not end. */
    Optional<ExecutionRecord> run(Script script, TaskDispatcher tasks);
  }

  private final StateGraph machine;
  private final Data data;
  private final Runner runner;
  private final Map<String, List<Tried>> near = new HashMap<>();
  private final Map<String, Stay> stays = new HashMap<>();
  private final Set<Script> seen = new HashSet<>();

  /**
   * @param data what values are made of
   */
  public Solver(StateGraph machine, Data data, Runner runner) {
    this.machine = machine;
    this.data = data;
    this.runner = runner;
  }

  /** Runs a script and keeps what comes of it, to go on from there. */
  public Optional<ExecutionRecord> run(Script script) {
    return tried(script).map(Tried::run);
  }

  private Optional<Tried> tried(Script script) {
    ScriptedCalls calls = new ScriptedCalls(script);
    Optional<ExecutionRecord> run = runner.run(script, calls);
    if (run.isEmpty()) {
      return Optional.empty();
    }
    Tried tried = Tried.of(script, run.get(), calls);
    tried.courses().forEach(this::remember);
    // One that hardly ends is expensive to go on from.
    int starts = tried.isWhole() ? STARTS : 1;
    tried.courses().stream()
        .flatMap(course -> course.visits().stream())
        .map(VisitRecord::name)
        .distinct()
        .map(name -> near.computeIfAbsent(name, unused -> new ArrayList<>()))
        .filter(list -> list.size() < starts)
        .forEach(list -> list.add(tried));
    return Optional.of(tried);
  }

  private void remember(Course course) {
    course.visits().stream()
        .map(VisitRecord::name)
        .distinct()
        .forEach(
            state -> stays.put(state, stays.getOrDefault(state, Stay.NONE).and(course, state)));
  }

  /** What became of the executions so far that came to a state. */
  public Stay stay(String state) {
    return stays.getOrDefault(state, Stay.NONE);
  }

  /** Whether something that an execution is given is known to bear on a goal. */
  public boolean isOpen(Goal goal) {
    return near.getOrDefault(goal.from().name(), List.of()).stream()
        .anyMatch(tried -> !next(tried, goal).isEmpty());
  }

  /** The script of an execution that goes there; empty if none was found. */
  public Optional<Script> solve(Goal goal) {
    Deque<Tried> open = new ArrayDeque<>(near.getOrDefault(goal.from().name(), List.of()));
    int left = TRIALS;
    while (!open.isEmpty()) {
      Tried start = open.remove();
      for (Script script : next(start, goal)) {
        if (seen.add(script) && left-- > 0) {
          Optional<Tried> tried = tried(script);
          if (tried.filter(it -> goal.reached().test(it.run())).isPresent()) {
            return Optional.of(script);
          }
          tried
              .filter(Tried::isWhole)
              .filter(it -> !visits(it, goal).isEmpty())
              .ifPresent(open::add);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * What the data would have to be like where an execution came near to a goal; empty if none did,
   * or the goal is nothing that a Choice does.
   */
  public Optional<Wants> wants(Goal goal) {
    for (Tried tried : near.getOrDefault(goal.from().name(), List.of())) {
      for (Place place : visits(tried, goal)) {
        Optional<Wants> wants =
            new Obstacles(place.course(), tried.calls()).wants(place.visit(), goal);
        if (wants.isPresent()) {
          return wants;
        }
      }
    }
    return Optional.empty();
  }

  private record Place(Course course, VisitRecord visit) {}

  /** The visits of the goal's state, the last ones first. */
  private static List<Place> visits(Tried tried, Goal goal) {
    List<Place> places = new ArrayList<>();
    for (Course course : tried.courses()) {
      course.visits().stream()
          .filter(visit -> visit.name().equals(goal.from().name()))
          .map(visit -> new Place(course, visit))
          .forEach(places::add);
    }
    Collections.reverse(places);
    return places.stream().limit(STARTS).toList();
  }

  private List<Script> next(Tried tried, Goal goal) {
    List<Script> scripts = new ArrayList<>();
    if (goal.target().orElse(null) instanceof StateTarget.OfCatcher catcher) {
      Failures.of(goal.from(), catcher.catcher().errorEquals())
          .forEach(failing -> scripts.add(tried.script().withFailing(failing)));
    }
    for (Place place : visits(tried, goal)) {
      Changes changes = new Obstacles(place.course(), tried.calls()).of(place.visit(), goal);
      changes.ways().stream()
          .filter(way -> !way.isEmpty())
          .forEach(way -> scripts.addAll(changed(tried, way)));
    }
    return scripts;
  }

  private List<Script> changed(Tried tried, List<Change> changes) {
    List<Script> scripts = List.of(tried.script());
    for (Change change : changes) {
      scripts =
          scripts.stream()
              .flatMap(script -> changed(tried, script, change).stream())
              .limit(ALTERNATIVES)
              .toList();
    }
    return scripts;
  }

  private List<Script> changed(Tried tried, Script script, Change change) {
    if (change.of() instanceof Change.Source.Input) {
      return List.of(script.withInput(change.in(script.input(), data::some)));
    }
    if (change.of() instanceof Change.Source.Result result) {
      return result(tried, script, change, result.call());
    }
    if (change.of() instanceof Change.Source.Cause cause) {
      return List.of(cause(script, change, cause.state()));
    }
    return List.of(script);
  }

  private List<Script> result(Tried tried, Script script, Change change, CallKey call) {
    JsonNode now = script.results().getOrDefault(call, tried.calls().results().get(call));
    if (now == null) {
      return List.of(script);
    }
    JsonNode changed = change.in(now, data::some);
    return task(call.state())
        .map(
            task ->
                data.possible(task, changed, change.way()).stream()
                    .map(possible -> script.withResult(call, possible))
                    .toList())
        .orElse(List.of(script));
  }

  private Optional<TaskState> task(String name) {
    return machine
        .all()
        .filter(state -> state.name().equals(name))
        .filter(TaskState.class::isInstance)
        .map(TaskState.class::cast)
        .findFirst();
  }

  private static Script cause(Script script, Change change, String state) {
    return script.failing().get(state) instanceof AttemptReply.Fails fails
            && change.value() instanceof io.stepunit.internal.expression.Want.Value.Is is
        ? script.withFailing(Map.of(state, AttemptReply.fails(fails.error(), is.json().asText())))
        : script;
  }
}
