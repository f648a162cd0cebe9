package io.stepunit.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.model.SucceedState;
import io.stepunit.model.Transition;
import java.util.Optional;

/** Ends its scope. */
final class SucceedBehaviour implements Behaviour<SucceedState> {
  @Override
  public Effect enter(SucceedState state, Frame frame) {
    JsonNode input = JsonPathFields.afterInputPath(state.dataFlow(), frame);
    return JsonPathFields.exit(state.dataFlow(), frame, input, Transition.END, Optional.empty());
  }

  @Override
  public Effect resume(SucceedState state, Frame frame, Outcome outcome) {
    throw new IllegalStateException("A Succeed state does not wait for anything");
  }
}
