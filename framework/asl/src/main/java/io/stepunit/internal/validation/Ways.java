package io.stepunit.internal.validation;

import io.stepunit.asl.Rule;
import io.stepunit.internal.model.Diagnostics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ways through a scope: a state must be reachable, and one of them must end the scope. "States"
 * and "Transitions" in the Amazon States Language specification.
 */
final class Ways implements ScopeCheck {
  @Override
  public void check(ScopeNode scope, Diagnostics diagnostics) {
    boolean known =
        !scope.byName().isEmpty() && scope.states().stream().allMatch(StateNode::leadsSomewhere);
    if (!known) {
      return;
    }
    if (scope.states().stream().noneMatch(StateNode::ends)) {
      // As measured on AWS, this hides what cannot be reached.
      diagnostics.report(
          Rule.NO_TERMINAL_STATE,
          "Workflow has no terminal state",
          scope.node().location(),
          "give one of its states \"End\": true, or add a Succeed or Fail state");
      return;
    }
    if (scope.start().isPresent() && allTargetsExist(scope)) {
      Set<String> reached = reachable(scope);
      reportUnreached(scope, reached, diagnostics);
      reportEndless(scope, reached, diagnostics);
    }
  }

  private static boolean allTargetsExist(ScopeNode scope) {
    return scope.states().stream()
        .flatMap(state -> state.targets().stream())
        .allMatch(scope.byName()::containsKey);
  }

  private static Set<String> reachable(ScopeNode scope) {
    Map<String, Collection<String>> edges = new HashMap<>();
    scope.states().forEach(state -> edges.put(state.name(), state.targets()));
    return reachable(scope.start().map(StateNode::name).stream().toList(), edges);
  }

  private static Set<String> reachable(
      Collection<String> from, Map<String, Collection<String>> edges) {
    Set<String> reached = new LinkedHashSet<>(from);
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (String next : edges.getOrDefault(open.removeFirst(), List.of())) {
        if (reached.add(next)) {
          open.addLast(next);
        }
      }
    }
    return reached;
  }

  private static void reportUnreached(
      ScopeNode scope, Set<String> reached, Diagnostics diagnostics) {
    for (StateNode state : scope.states()) {
      if (!reached.contains(state.name())) {
        diagnostics.report(
            Rule.UNREACHABLE_STATE,
            "State \"" + state.name() + "\" is not reachable.",
            state.node().location(),
            "no transition leads to it from the StartAt of its scope");
      }
    }
  }

  private static void reportEndless(ScopeNode scope, Set<String> reached, Diagnostics diagnostics) {
    Map<String, Collection<String>> backwards = new HashMap<>();
    List<String> ends = new ArrayList<>();
    for (StateNode state : scope.states()) {
      state
          .targets()
          .forEach(
              target ->
                  backwards.computeIfAbsent(target, t -> new ArrayList<>()).add(state.name()));
      if (state.ends()) {
        ends.add(state.name());
      }
    }
    Set<String> ending = reachable(ends, backwards);
    scope.states().stream()
        .filter(state -> reached.contains(state.name()) && !ending.contains(state.name()))
        .findFirst()
        .ifPresent(state -> reportEndless(state, diagnostics));
  }

  private static void reportEndless(StateNode state, Diagnostics diagnostics) {
    diagnostics.report(
        Rule.ENDLESS_LOOP,
        "From state '" + state.name() + "' no way leads to an end",
        state.node().location(),
        "an execution that comes here runs until its time or its 25,000 events are used up");
  }
}
