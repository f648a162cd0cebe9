package io.stepunit.model;

import java.util.Optional;

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
  public StateType type() {
    return StateType.FAIL;
  }
}
