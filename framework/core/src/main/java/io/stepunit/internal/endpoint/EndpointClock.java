package io.stepunit.internal.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The virtual time of the environment behind an endpoint. */
public interface EndpointClock {
  /**
   * What time it is.
   *
   * @param next when something is due next; empty if nothing is
   */
  record Reading(Instant now, Optional<Instant> next) {}

  /** What time it is; all that is due by now has happened. */
  Reading read();

  /** Advances to the next event; stays where it is if there is none. */
  Reading advanceToNextEvent();

  /**
   * Advances by a duration.
   *
   * @throws IllegalArgumentException if it is negative
   */
  Reading advance(Duration duration);

  /**
   * Advances to an instant.
   *
   * @throws IllegalArgumentException if it has passed
   */
  Reading advanceTo(Instant instant);
}
