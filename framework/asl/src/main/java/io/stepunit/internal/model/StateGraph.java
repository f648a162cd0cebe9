package io.stepunit.internal.model;

import io.stepunit.asl.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A scope of states: a whole machine, a branch of a Parallel, or an ItemProcessor.
 *
 * @param startAt the name of the first state, present in {@code states}
 * @param states by name, in the definition's order
 * @param location where the scope stands
 */
public record StateGraph(String startAt, Map<String, State> states, SourceLocation location) {

  /** The states of this scope and, after each Parallel and Map, those inside of it. */
  public Stream<State> all() {
    List<State> all = new ArrayList<>();
    collect(all);
    return all.stream();
  }

  /** Each machine of a test asks for them: nested streams would cost more than a short run. */
  private void collect(List<State> all) {
    for (State state : states.values()) {
      all.add(state);
      for (StateGraph scope : state.scopes()) {
        scope.collect(all);
      }
    }
  }

  /** The transitions between the states of this scope, and between those inside of its states. */
  public Stream<Way> ways() {
    return all().flatMap(state -> state.targets().stream().map(target -> new Way(state, target)));
  }

  /** The state of a name, in this scope or inside of its states. */
  Optional<State> find(String name) {
    State own = states.get(name);
    return own != null
        ? Optional.of(own)
        : all().filter(state -> state.name().equals(name)).findFirst();
  }

  /** The same states with another first one. */
  public StateGraph startingAt(String state) {
    return state.equals(startAt) ? this : new StateGraph(state, states, location);
  }

  /** The state of a name; the loader has seen to it that transitions lead to a state. */
  public State state(String name) {
    State state = states.get(name);
    if (state == null) {
      throw new IllegalArgumentException("No state '" + name + "' in the scope at " + location);
    }
    return state;
  }
}
