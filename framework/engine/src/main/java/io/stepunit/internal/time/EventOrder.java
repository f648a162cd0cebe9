package io.stepunit.internal.time;

import java.time.Duration;

/** Chooses the order of events for which AWS guarantees none. */
public interface EventOrder {
  /**
   * Chooses between things that may go in any order.
   *
   * @param among how many there are, at least 1
   * @return which goes first, counted from 0
   */
  int choose(int among);

  /**
   * A duration within a range, both ends included.
   *
   * @throws ArithmeticException if the range is too wide: over 24 days
   */
  Duration between(Duration shortest, Duration longest);
}
