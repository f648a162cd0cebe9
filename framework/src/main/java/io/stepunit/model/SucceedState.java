package io.stepunit.model;

/** A Succeed state. */
public record SucceedState(StateInfo info, DataFlow dataFlow) implements State {
  @Override
  public StateType type() {
    return StateType.SUCCEED;
  }
}
