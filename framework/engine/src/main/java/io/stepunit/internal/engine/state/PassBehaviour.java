package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.model.PassState;

/** Returns its Result, or its effective input. */
final class PassBehaviour implements Behaviour<PassState> {
  @Override
  public Effect enter(PassState state, Frame frame) {
    JsonNode result =
        state.result().isPresent() ? state.result().get() : state.dataFlow().effectiveInput(frame);
    return Effect.Exit.of(state.next(), state.dataFlow().exit(frame, result));
  }

  @Override
  public Effect resume(PassState state, Frame frame, Outcome outcome) {
    throw new IllegalStateException("A Pass state does not wait for anything");
  }
}
