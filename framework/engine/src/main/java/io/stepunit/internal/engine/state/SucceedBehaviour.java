package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.model.SucceedState;
import io.stepunit.internal.model.Transition;

/** Ends its scope. */
final class SucceedBehaviour implements Behaviour<SucceedState> {
  @Override
  public Effect enter(SucceedState state, Frame frame) {
    JsonNode input = state.dataFlow().input(frame);
    return Effect.Exit.of(Transition.END, state.dataFlow().exit(frame, input));
  }

  @Override
  public Effect resume(SucceedState state, Frame frame, Outcome outcome) {
    throw new IllegalStateException("A Succeed state does not wait for anything");
  }
}
