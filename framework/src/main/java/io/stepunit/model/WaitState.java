package io.stepunit.model;

import java.time.Instant;

/** A Wait state. */
public record WaitState(StateInfo info, DataFlow dataFlow, Until until, Transition next)
    implements State {
  @Override
  public StateType type() {
    return StateType.WAIT;
  }

  /** How long a Wait state waits. */
  public sealed interface Until {
    /** {@code Seconds} or {@code SecondsPath}. */
    record Seconds(Setting<Long> seconds) implements Until {}

    /** {@code Timestamp} or {@code TimestampPath}. */
    record Timestamp(Setting<Instant> timestamp) implements Until {}
  }
}
