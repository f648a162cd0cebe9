package io.stepunit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.explore.Exploration;
import io.stepunit.internal.budget.Interrupts;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.model.Catcher;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.StateType;
import io.stepunit.internal.solve.Goal;
import io.stepunit.internal.solve.Goals;
import io.stepunit.internal.solve.Reading;
import io.stepunit.internal.solve.Script;
import io.stepunit.internal.solve.Solver;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Runs a definition repeatedly with data and answers derived from it, until all states were reached
 * or nothing new can be expected. Deterministic.
 */
public final class Explorer {
  private static final int ROTATIONS = 12;
  private static final int SCATTERED = 40;

  /** Loops that never end cost 25,000 events each. */
  private static final int EVENTS = 250_000;

  /** Computed keys may be others in each execution. */
  private static final int OBJECTS = 50;

  /** Runs the definition once. */
  @FunctionalInterface
  public interface Runner {
    /** The ended execution of an input whose Tasks are answered so. */
    Ran run(JsonNode input, TaskDispatcher tasks);
  }

  /**
   * An execution.
   *
   * @param execution as users get it
   * @param details all that is known of it
   */
  public record Ran(Execution execution, ExecutionRecord details) {}

  private final Runner runner;
  private final Predicate<ReadObject> store;
  private final Set<ReadObject> stored = new HashSet<>();
  private final StateGraph machine;
  private final ValueNeeds needs;
  private final Map<String, DataNames> resultPaths;
  private final Set<String> names;
  private final Solver solver;
  private final List<Execution> executions = new ArrayList<>();
  private final NavigableSet<String> reached = new TreeSet<>();
  private int events;

  /**
   * Explores a definition by running it.
   *
   * @param store puts an object into its bucket unless there is one; whether it did
   */
  public Explorer(StateMachineDefinition definition, Runner runner, Predicate<ReadObject> store) {
    this(CompiledDefinition.of(definition).graph(), runner, store);
  }

  private Explorer(StateGraph machine, Runner runner, Predicate<ReadObject> store) {
    this.runner = runner;
    this.store = store;
    this.machine = machine;
    this.needs = DefinitionReads.of(machine);
    this.resultPaths = AutomaticAnswers.resultPaths(machine);
    this.solver = new Solver(machine, new SampleData(needs), this::run);
    this.names = machine.all().map(State::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The objects that the definition's item readers read, as far as their names can be told. */
  public static List<ReadObject> objects(StateMachineDefinition definition) {
    StateGraph machine = CompiledDefinition.of(definition).graph();
    return ReadObject.in(machine, DefinitionReads.of(machine), Variation.nth(0));
  }

  /** Explores the definition. */
  public Exploration explore() {
    for (Trial trial : trials()) {
      boolean useful = trial.target().isEmpty() || !reached.contains(trial.target().get());
      if (useful && !isDone()) {
        solver.run(script(trial));
      }
    }
    while (!isDone() && solveMissed()) {
      // What is reached now may lead on.
    }
    return new Exploration(
        executions, reached, missed(), new Reasons(machine, solver, reached).all());
  }

  private boolean isDone() {
    return events > EVENTS || reached.containsAll(names);
  }

  private List<Trial> trials() {
    List<Trial> trials = new ArrayList<>();
    List<Boolean> shapes = needs.isList() ? List.of(false, true) : List.of(false);
    int rotations = Math.min(Math.max(needs.variations(), 1), ROTATIONS);
    for (boolean lists : shapes) {
      for (int n = 0; n < rotations; n++) {
        trials.add(Trial.nth(n, lists));
      }
      for (int n = 0; n < Math.min(rotations, 4); n++) {
        catching(Trial.nth(n, lists), trials);
      }
    }
    for (int seed = 1; seed <= SCATTERED; seed++) {
      trials.add(Trial.scattered(seed, shapes.get(seed % shapes.size())));
    }
    return trials;
  }

  private void catching(Trial trial, List<Trial> trials) {
    machine.all().forEach(state -> catching(state, trial, trials));
  }

  private static void catching(State state, Trial trial, List<Trial> trials) {
    Set<String> tasks = tasksOf(state);
    for (Catcher catcher : state.errorHandlers().catchers()) {
      trials.add(trial.failing(tasks, catcher, Trial.ANY_ERROR));
      trials.add(trial.failing(tasks, catcher, "States.Timeout"));
    }
  }

  /** The Tasks that a state is or has inside of it. */
  private static Set<String> tasksOf(State state) {
    return state
        .withInner()
        .filter(each -> each.type() == StateType.TASK)
        .map(State::name)
        .collect(Collectors.toSet());
  }

  /** Looks for ways to states that were not reached; whether there was one. */
  private boolean solveMissed() {
    int before = reached.size();
    for (Goal goal : Goals.of(machine)) {
      boolean isNext = reached.contains(goal.from().name()) && !reached.contains(goal.state());
      if (isNext && !isDone()) {
        solver.solve(goal);
      }
    }
    return reached.size() > before;
  }

  private Script script(Trial trial) {
    Sample sample = new Sample(needs, trial.input());
    JsonNode input = trial.lists() ? sample.items() : sample.object();
    Map<String, AttemptReply> failing =
        trial.failing().stream()
            .collect(
                Collectors.toMap(
                    task -> task,
                    task ->
                        AttemptReply.fails(
                            trial.error(), "made to fail, so that a Catcher is tried")));
    TaskDispatcher answers =
        new AutomaticAnswers(needs, resultPaths, trial.answers(), trial.lists());
    return Script.of(input, answers).withFailing(failing);
  }

  private Optional<ExecutionRecord> run(Script script, TaskDispatcher tasks) {
    ExecutionRecord run = runOnce(script, tasks);
    while (storesMissing(run)) {
      run = runOnce(script, tasks);
    }
    return Optional.of(run);
  }

  private ExecutionRecord runOnce(Script script, TaskDispatcher tasks) {
    Interrupts.check();
    Ran ran = runner.run(script.input(), tasks);
    executions.add(ran.execution());
    events += ran.details().events().size();
    reached(ran.execution());
    return ran.details();
  }

  /** Stores what item readers have asked for and was not there; whether there was anything. */
  private boolean storesMissing(ExecutionRecord run) {
    boolean any = false;
    for (Reading reading : Reading.in(run)) {
      for (ReadObject object :
          ReadObject.at(reading.reader(), reading.arguments(), needs, Variation.nth(0))) {
        any |= stored.size() < OBJECTS && stored.add(object) && store.test(object);
      }
    }
    return any;
  }

  /** Takes in what an execution has reached, with the children of its Map Runs. */
  private void reached(Execution execution) {
    reached(execution.path());
    execution.mapRuns().forEach(run -> run.children().forEach(this::reached));
  }

  /** Takes in states that an execution has entered, such as a child that is not kept. */
  public void reached(List<String> states) {
    reached.addAll(states);
  }

  private SortedMap<String, Set<String>> missed() {
    SortedMap<String, Set<String>> missed = new TreeMap<>();
    names.stream()
        .filter(state -> !reached.contains(state))
        .forEach(state -> missed.put(state, new TreeSet<>()));
    machine
        .ways()
        .forEach(
            way ->
                missed.computeIfPresent(
                    way.target().state(), (state, from) -> with(from, way.from().name())));
    return missed;
  }

  private static Set<String> with(Set<String> names, String name) {
    names.add(name);
    return names;
  }
}
