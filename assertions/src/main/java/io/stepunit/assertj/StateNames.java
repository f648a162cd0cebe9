package io.stepunit.assertj;

import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateGraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The states of a machine by their names, those in branches and item processors included. */
final class StateNames {
  private static final Pattern INDEX_AND_REST =
      Pattern.compile("\\[(\\d{1,9})]/(.*)", Pattern.DOTALL);

  private final Map<String, State> states = new LinkedHashMap<>();

  private StateNames(StateGraph graph) {
    add(graph);
  }

  static Map<String, State> of(StateMachineDefinition definition) {
    return new StateNames(CompiledDefinition.of(definition).graph()).states;
  }

  /** The state that a name or a path from the top ({@code Lines[3]/Charge}) stands for. */
  static Optional<State> find(StateMachineDefinition definition, String nameOrPath) {
    CompiledDefinition machine = CompiledDefinition.of(definition);
    return machine.findState(nameOrPath).or(() -> atPath(machine.graph(), nameOrPath));
  }

  private static Optional<State> atPath(StateGraph graph, String path) {
    State here = graph.states().get(path);
    return here != null
        ? Optional.of(here)
        : graph.states().values().stream()
            .flatMap(state -> inside(state, path).stream())
            .findFirst();
  }

  private static Optional<State> inside(State state, String path) {
    if (!path.startsWith(state.name())) {
      return Optional.empty();
    }
    Matcher rest = INDEX_AND_REST.matcher(path.substring(state.name().length()));
    if (!rest.matches()) {
      return Optional.empty();
    }
    List<StateGraph> graphs = state.scopes();
    int index = state instanceof MapState ? 0 : Integer.parseInt(rest.group(1));
    return index < graphs.size() ? atPath(graphs.get(index), rest.group(2)) : Optional.empty();
  }

  private void add(StateGraph graph) {
    for (State state : graph.states().values()) {
      states.put(state.name(), state);
      state.scopes().forEach(this::add);
    }
  }
}
