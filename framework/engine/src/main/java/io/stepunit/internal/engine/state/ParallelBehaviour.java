package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.model.ParallelState;
import java.util.Optional;

/** Runs all branches with the effective input. */
final class ParallelBehaviour implements Behaviour<ParallelState> {
  @Override
  public Effect enter(ParallelState state, Frame frame) {
    JsonNode input = state.dataFlow().effectiveInput(frame);
    int count = state.branches().size();
    return new Effect.Fork(
        count,
        count,
        index -> new Effect.BranchStart(state.branches().get(index), input, null),
        Optional.empty());
  }

  @Override
  public Effect resume(ParallelState state, Frame frame, Outcome outcome) {
    JsonNode result = ((Outcome.Result) outcome).value();
    return Effect.Exit.of(state.next(), state.dataFlow().exit(frame, result));
  }
}
