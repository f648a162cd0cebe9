package io.stepunit.internal.model;

import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ValueKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Fail state.
 *
 * @param error {@code Error} or {@code ErrorPath}
 * @param cause {@code Cause} or {@code CausePath}
 */
public record FailState(
    StateInfo info, Optional<Setting<String>> error, Optional<Setting<String>> cause)
    implements State {

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
    return Stream.of(error, cause)
        .flatMap(Optional::stream)
        .flatMap(text -> text.reads(ValueKind.TEXT));
  }

  @Override
  public StateType type() {
    return StateType.FAIL;
  }
}
