package io.stepunit.internal.validation;

import io.stepunit.asl.Rule;
import io.stepunit.internal.model.ChoiceState;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import io.stepunit.internal.model.StateTarget;
import io.stepunit.internal.model.read.Diagnostics;
import io.stepunit.internal.model.read.ReadScope;
import io.stepunit.internal.model.read.ReadState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ways through a scope: a state must be reachable, and one of them must end the scope. "States"
 * and "Transitions" in the Amazon States Language specification.
 */
final class Reachability {
  private final StateGraph scope;
  private final Diagnostics diagnostics;
  private final Map<String, Collection<String>> edges = new LinkedHashMap<>();

  private Reachability(StateGraph scope, Diagnostics diagnostics) {
    this.scope = scope;
    this.diagnostics = diagnostics;
    scope
        .states()
        .forEach(
            (name, state) ->
                edges.put(name, state.targets().stream().map(StateTarget::state).toList()));
  }

  /** Checks a scope, unless it cannot be told where one of its states leads to. */
  static void check(ReadScope read, Diagnostics diagnostics) {
    boolean known =
        !read.states().isEmpty()
            && read.states().stream()
                .allMatch(state -> state.state().filter(made -> isKnown(made, state)).isPresent());
    if (known) {
      new Reachability(read.graph(), diagnostics).check();
    }
  }

  private static boolean isKnown(State state, ReadState read) {
    boolean decides = !(state instanceof ChoiceState choice) || !choice.choices().isEmpty();
    boolean contradicts = state.ends() && read.node().fields().containsKey("Next");
    return decides
        && !contradicts
        && state.targets().stream().noneMatch(target -> target.state().isEmpty());
  }

  private void check() {
    if (scope.states().values().stream().noneMatch(State::ends)) {
      // As measured on AWS, this hides what cannot be reached.
      diagnostics.report(
          Rule.NO_TERMINAL_STATE,
          "Workflow has no terminal state",
          scope.location(),
          "give one of its states \"End\": true, or add a Succeed or Fail state");
      return;
    }
    if (scope.states().containsKey(scope.startAt()) && allTargetsExist()) {
      Set<String> reached = reachable(List.of(scope.startAt()), edges);
      reportUnreached(reached);
      reportEndless(reached);
    }
  }

  private boolean allTargetsExist() {
    return edges.values().stream().allMatch(scope.states().keySet()::containsAll);
  }

  private static Set<String> reachable(
      Collection<String> from, Map<String, Collection<String>> ways) {
    Set<String> reached = new LinkedHashSet<>(from);
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (String next : ways.getOrDefault(open.removeFirst(), List.of())) {
        if (reached.add(next)) {
          open.addLast(next);
        }
      }
    }
    return reached;
  }

  private void reportUnreached(Set<String> reached) {
    for (State state : scope.states().values()) {
      if (!reached.contains(state.name())) {
        diagnostics.report(
            Rule.UNREACHABLE_STATE,
            "State \"" + state.name() + "\" is not reachable.",
            state.location(),
            "no transition leads to it from the StartAt of its scope");
      }
    }
  }

  private void reportEndless(Set<String> reached) {
    Map<String, Collection<String>> backwards = new HashMap<>();
    List<String> ends = new ArrayList<>();
    for (State state : scope.states().values()) {
      for (String target : edges.getOrDefault(state.name(), List.of())) {
        backwards.computeIfAbsent(target, unused -> new ArrayList<>()).add(state.name());
      }
      if (state.ends()) {
        ends.add(state.name());
      }
    }
    Set<String> ending = reachable(ends, backwards);
    scope.states().values().stream()
        .filter(state -> reached.contains(state.name()) && !ending.contains(state.name()))
        .findFirst()
        .ifPresent(this::reportEndless);
  }

  private void reportEndless(State state) {
    diagnostics.report(
        Rule.ENDLESS_LOOP,
        "From state '" + state.name() + "' no way leads to an end",
        state.location(),
        "an execution that comes here runs until its time or its 25,000 events are used up");
  }
}
