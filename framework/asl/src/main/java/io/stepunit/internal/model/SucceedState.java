package io.stepunit.internal.model;

import io.stepunit.internal.expression.Read;
import java.util.List;
import java.util.stream.Stream;

/** A Succeed state. */
public record SucceedState(StateInfo info, DataFlow dataFlow) implements State {

  @Override
  public List<StateTarget> targets() {
    return List.of();
  }

  @Override
  public boolean ends() {
    return true;
  }

  @Override
  public Stream<Read> reads() {
    return dataFlow.reads();
  }

  @Override
  public StateType type() {
    return StateType.SUCCEED;
  }
}
