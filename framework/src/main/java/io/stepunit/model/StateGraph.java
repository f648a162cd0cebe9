package io.stepunit.model;

import java.util.Map;

/**
 * A scope of states: a whole machine, a branch of a Parallel, or an ItemProcessor.
 *
 * @param startAt the name of the first state, present in {@code states}
 * @param states by name, in the definition's order
 * @param location where the scope stands
 */
public record StateGraph(String startAt, Map<String, State> states, SourceLocation location) {
  /** The state of a name; the loader has seen to it that transitions lead to a state. */
  public State state(String name) {
    State state = states.get(name);
    if (state == null) {
      throw new IllegalArgumentException("No state '" + name + "' in the scope at " + location);
    }
    return state;
  }
}
