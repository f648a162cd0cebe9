package io.stepunit.explore;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.Execution;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Runs a definition again and again with data and answers derived from it, until all states were
 * reached or nothing new is to be expected. Deterministic.
 */
public final class Explorer {
  private static final int ROTATIONS = 12;
  private static final int SCATTERED = 40;

  /** Loops that never end cost 25,000 events each. */
  private static final int EVENTS = 250_000;

  /** Runs the definition once. */
  @FunctionalInterface
  public interface Runner {
    /** The ended execution of an input whose Tasks are answered so. */
    Execution run(JsonNode input, TaskDispatcher tasks);
  }

  private final Runner runner;
  private final Outline outline;
  private final Wanted wanted;
  private final List<Execution> executions = new ArrayList<>();
  private final Set<String> reached = new TreeSet<>();
  private int events;

  private Explorer(JsonNode definition, Runner runner) {
    this.runner = runner;
    this.outline = Outline.of(definition);
    this.wanted = Reads.of(definition);
  }

  /** The objects that the definition's item readers read, as far as their names can be told. */
  public static List<ReadObject> objects(JsonNode definition) {
    return ReadObject.in(definition, Reads.of(definition));
  }

  /**
   * Explores a definition.
   *
   * @param definition the definition as JSON
   */
  public static Exploration explore(JsonNode definition, Runner runner) {
    return new Explorer(definition, runner).explore();
  }

  private Exploration explore() {
    for (Trial trial : trials()) {
      boolean useful = trial.target().isEmpty() || !reached.contains(trial.target().get());
      if (useful && !isDone()) {
        run(trial);
      }
    }
    return new Exploration(executions, reached, missed());
  }

  private boolean isDone() {
    return events > EVENTS || reached.containsAll(outline.states().keySet());
  }

  private List<Trial> trials() {
    List<Trial> trials = new ArrayList<>();
    List<Boolean> shapes =
        outline.iteratesOverWholeInput() || wanted.isList() ? List.of(false, true) : List.of(false);
    int rotations = Math.min(Math.max(wanted.variations(), 1), ROTATIONS);
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
    outline
        .states()
        .forEach(
            (name, state) ->
                state
                    .path("Catch")
                    .forEach(
                        catcher -> {
                          Set<String> tasks = outline.tasksOf(name);
                          trials.add(trial.failing(tasks, catcher, Trial.ANY_ERROR));
                          trials.add(trial.failing(tasks, catcher, "States.Timeout"));
                        }));
  }

  private void run(Trial trial) {
    Sample sample = new Sample(wanted, trial.input());
    JsonNode input = trial.lists() ? sample.items() : sample.object();
    Execution execution = runner.run(input, tasks(trial));
    executions.add(execution);
    events += execution.events().size();
    execution.visits().stream().map(visit -> visit.state().name()).forEach(reached::add);
  }

  /** Tasks of child executions are seen here only. */
  private TaskDispatcher tasks(Trial trial) {
    AutomaticAnswers answers =
        new AutomaticAnswers(wanted, outline.resultPaths(), trial.answers(), trial.lists());
    return request -> {
      reached.add(request.state());
      return trial.failing().contains(request.state())
          ? AttemptReply.fails(trial.error(), "made to fail, so that a Catcher is tried")
          : answers.dispatch(request);
    };
  }

  private Map<String, Set<String>> missed() {
    Map<String, Set<String>> ways = outline.ways();
    Map<String, Set<String>> missed = new TreeMap<>();
    for (String state : outline.states().keySet()) {
      if (!reached.contains(state)) {
        missed.put(state, ways.getOrDefault(state, Set.of()));
      }
    }
    return missed;
  }
}
