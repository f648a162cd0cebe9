package io.stepunit.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.Read;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Pass state.
 *
 * @param result the literal {@code Result}
 */
public record PassState(
    StateInfo info, DataFlow dataFlow, Optional<JsonNode> result, Transition next)
    implements State {

  @Override
  public List<StateTarget> targets() {
    return next.targets();
  }

  @Override
  public boolean ends() {
    return next.equals(Transition.END);
  }

  @Override
  public Stream<Read> reads() {
    return dataFlow.reads();
  }

  @Override
  public StateType type() {
    return StateType.PASS;
  }
}
