package io.stepunit.model;

import java.util.List;

/** A Parallel state. */
public record ParallelState(
    StateInfo info,
    DataFlow dataFlow,
    List<StateGraph> branches,
    ErrorHandlers errorHandlers,
    Transition next)
    implements State {
  @Override
  public StateType type() {
    return StateType.PARALLEL;
  }
}
