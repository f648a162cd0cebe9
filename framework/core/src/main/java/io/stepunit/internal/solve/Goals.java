package io.stepunit.internal.solve;

import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.MapRunRecord;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import java.util.ArrayList;
import java.util.List;

/** All that executions of a machine can go for. */
public final class Goals {
  private Goals() {}

  /** The states, each by each transition to it and from what it is inside of. */
  public static List<Goal> of(StateGraph machine) {
    List<Goal> goals = new ArrayList<>();
    machine
        .all()
        .forEach(
            from -> {
              from.scopes().forEach(scope -> goals.add(inside(from, scope.startAt())));
              from.targets()
                  .forEach(
                      target ->
                          goals.add(
                              new Goal(
                                  from,
                                  new Goal.Move.Take(target),
                                  target.state(),
                                  run -> visits(run, target.state()))));
            });
    return goals;
  }

  private static Goal inside(State around, String start) {
    return new Goal(around, new Goal.Move.Enter(), start, run -> visits(run, start));
  }

  private static boolean visits(ExecutionRecord run, String state) {
    return run.path().contains(state)
        || run.mapRuns().stream()
            .map(MapRunRecord::children)
            .flatMap(children -> children.values().stream())
            .anyMatch(child -> visits(child, state));
  }
}
