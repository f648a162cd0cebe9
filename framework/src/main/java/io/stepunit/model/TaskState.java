package io.stepunit.model;

import io.stepunit.expression.Expr;
import java.util.Optional;

/**
 * A Task state.
 *
 * @param timeoutSeconds {@code TimeoutSeconds} or {@code TimeoutSecondsPath}
 * @param heartbeatSeconds {@code HeartbeatSeconds} or {@code HeartbeatSecondsPath}
 * @param credentials {@code Credentials}
 */
public record TaskState(
    StateInfo info,
    Resource resource,
    DataFlow dataFlow,
    Optional<Setting<Long>> timeoutSeconds,
    Optional<Setting<Long>> heartbeatSeconds,
    Optional<Expr> credentials,
    ErrorHandlers errorHandlers,
    Transition next)
    implements State {
  @Override
  public StateType type() {
    return StateType.TASK;
  }
}
