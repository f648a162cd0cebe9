package io.stepunit.internal.model;

/** A Succeed state. */
public record SucceedState(StateInfo info, DataFlow dataFlow) implements State {
  static SucceedState read(StateInfo info, Fields fields) {
    return new SucceedState(info, DataFlows.ofSucceed(fields));
  }

  @Override
  public StateType type() {
    return StateType.SUCCEED;
  }
}
