package io.stepunit.internal.client;

import java.time.Instant;
import java.util.Optional;

/** What calls from outside do to virtual time. */
interface Pace {
  /** Runs what is due by now. */
  void runPresent();

  /** To when {@link #moveOn} would move; empty if nothing moves. */
  Optional<Instant> next();

  /** Moves to the next instant at which anything is due, and runs it; false if nothing moves. */
  boolean moveOn();

  /** The test has ended. */
  default void end() {}

  /** Why nothing moves, and what to do; ends a message. */
  String standstill();

  /** How many times in a row a caller may be told the same while nothing moves. */
  int mostInVain();

  /** Whether time passes by itself. */
  default boolean isReal() {
    return false;
  }
}
