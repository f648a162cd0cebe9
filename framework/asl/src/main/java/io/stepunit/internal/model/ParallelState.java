package io.stepunit.internal.model;

import io.stepunit.internal.expression.Read;
import java.util.List;
import java.util.stream.Stream;

/** A Parallel state. */
public record ParallelState(
    StateInfo info,
    DataFlow dataFlow,
    List<StateGraph> branches,
    ErrorHandlers errorHandlers,
    Transition next)
    implements State {

  @Override
  public List<StateGraph> scopes() {
    return branches;
  }

  @Override
  public List<StateTarget> targets() {
    return errorHandlers.targets(next);
  }

  @Override
  public boolean ends() {
    return next.equals(Transition.END);
  }

  @Override
  public Stream<Read> reads() {
    return Stream.concat(dataFlow.reads(), errorHandlers.reads());
  }

  @Override
  public StateType type() {
    return StateType.PARALLEL;
  }
}
