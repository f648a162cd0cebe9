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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks that each state can be reached and that one of them ends the scope. "States" and
 * "Transitions" in the Amazon States Language specification.
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
            && !read.graph().startAt().isEmpty()
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
    Set<String> named = new HashSet<>(Set.of(scope.startAt()));
    edges.values().forEach(named::addAll);
    reportUnnamed(named);
    if (scope.states().containsKey(scope.startAt()) && allTargetsExist()) {
      Set<String> reached = reachable(List.of(scope.startAt()), edges);
      reportLoop(named, reached);
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

  /** As AWS counts, a state is reachable if any transition of its scope names it. */
  private void reportUnnamed(Set<String> named) {
    for (State state : scope.states().values()) {
      if (!named.contains(state.name())) {
        diagnostics.report(
            Rule.UNREACHABLE_STATE,
            "State \"" + state.name() + "\" is not reachable.",
            state.location(),
            "neither the StartAt nor a transition of its scope leads to it");
      }
    }
  }

  /** What only an unreachable state leads to needs no word of its own. */
  private void reportLoop(Set<String> named, Set<String> reached) {
    Set<String> told = new HashSet<>(edges.keySet());
    told.removeAll(named);
    Set<String> behind = reachable(told, edges);
    scope.states().values().stream()
        .filter(state -> !reached.contains(state.name()) && !behind.contains(state.name()))
        .findFirst()
        .ifPresent(
            state ->
                diagnostics.report(
                    Rule.UNREACHABLE_LOOP,
                    "State '" + state.name() + "' cannot be reached from the StartAt",
                    state.location(),
                    "only states that are not reached themselves lead to it"));
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
        "State '" + state.name() + "' cannot reach an end",
        state.location(),
        "an execution that gets here runs until its timeout or its limit of 25,000 events");
  }
}
