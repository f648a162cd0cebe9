package io.stepunit.internal.fault;

import io.stepunit.Execution;
import io.stepunit.asl.SourceLocation;
import io.stepunit.history.Attempt;
import io.stepunit.history.CatcherInfo;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.model.Catcher;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.Retrier;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which Retriers and Catchers of a machine the executions of a sweep used. */
final class UsedHandlers {
  private final Set<SourceLocation> used = new HashSet<>();

  void add(Execution execution) {
    CompiledDefinition definition = CompiledDefinition.of(execution.definition());
    execution
        .visits()
        .forEach(visit -> add(visit, definition.findState(visit.name()).orElseThrow()));
  }

  private void add(StateVisit visit, State state) {
    visit.catcherTaken().map(CatcherInfo::location).ifPresent(used::add);
    List<Attempt> attempts = visit.attempts();
    for (Attempt failed : attempts.subList(0, Math.max(0, attempts.size() - 1))) {
      state
          .errorHandlers()
          .retrierOf(failed.error().orElse(""))
          .map(Retrier::location)
          .ifPresent(used::add);
    }
  }

  /** {@code Catch[0] of Charge (order.asl.json:12)}, in the definition's order. */
  List<String> unusedCatchersOf(CompiledDefinition definition, Set<String> attacked) {
    List<String> unused = new ArrayList<>();
    for (State state : concerned(definition.graph(), attacked)) {
      List<Catcher> catchers = state.errorHandlers().catchers();
      for (int i = 0; i < catchers.size(); i++) {
        describeUnused("Catch", i, state, catchers.get(i).location()).ifPresent(unused::add);
      }
    }
    return unused;
  }

  /** {@code Retry[0] of Charge (order.asl.json:12)}, in the definition's order. */
  List<String> unusedRetriersOf(CompiledDefinition definition, Set<String> attacked) {
    List<String> unused = new ArrayList<>();
    for (State state : concerned(definition.graph(), attacked)) {
      List<Retrier> retriers = state.errorHandlers().retriers();
      for (int i = 0; i < retriers.size(); i++) {
        describeUnused("Retry", i, state, retriers.get(i).location()).ifPresent(unused::add);
      }
    }
    return unused;
  }

  private Optional<String> describeUnused(
      String field, int index, State state, SourceLocation location) {
    return used.contains(location)
        ? Optional.empty()
        : Optional.of("%s[%s] of %s (%s)".formatted(field, index, state.name(), location));
  }

  /** The states that faults were for, and those around them. */
  private static List<State> concerned(StateGraph graph, Set<String> attacked) {
    List<State> states = new ArrayList<>();
    for (State state : graph.states().values()) {
      List<State> inside = new ArrayList<>();
      state.scopes().forEach(scope -> inside.addAll(concerned(scope, attacked)));
      if (attacked.contains(state.name()) || !inside.isEmpty()) {
        states.add(state);
        states.addAll(inside);
      }
    }
    return states;
  }
}
