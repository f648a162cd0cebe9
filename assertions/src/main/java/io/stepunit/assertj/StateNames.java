package io.stepunit.assertj;

import io.stepunit.model.MapState;
import io.stepunit.model.ParallelState;
import io.stepunit.model.State;
import io.stepunit.model.StateGraph;
import io.stepunit.model.StateMachineDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The states of a machine by their names, those in branches and item processors included. */
final class StateNames {
  private final Map<String, State> states = new LinkedHashMap<>();

  private StateNames(StateGraph graph) {
    add(graph);
  }

  static Map<String, State> of(StateMachineDefinition definition) {
    return new StateNames(definition.graph()).states;
  }

  /** The state that a name or a path ({@code Lines[3]/Charge}) stands for. */
  static Optional<State> find(StateMachineDefinition definition, String nameOrPath) {
    Map<String, State> states = of(definition);
    String last = nameOrPath.substring(nameOrPath.lastIndexOf("]/") + 1).replaceFirst("^/", "");
    return Optional.ofNullable(states.getOrDefault(nameOrPath, states.get(last)));
  }

  private void add(StateGraph graph) {
    for (State state : graph.states().values()) {
      states.put(state.name(), state);
      if (state instanceof ParallelState parallel) {
        parallel.branches().forEach(this::add);
      } else if (state instanceof MapState map) {
        add(map.itemProcessor());
      }
    }
  }
}
