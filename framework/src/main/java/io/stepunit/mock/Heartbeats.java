package io.stepunit.mock;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Heartbeats at a regular interval.
 *
 * @param interval positive
 * @param times how many at most; empty for as long as the task runs
 */
record Heartbeats(Duration interval, OptionalInt times) {
  /** The heartbeats before an answer. */
  List<Duration> before(Duration answer) {
    long count = answer.isZero() ? 0 : answer.minusNanos(1).dividedBy(interval);
    return first((int) Math.min(count, times.orElse(Integer.MAX_VALUE)));
  }

  /** All heartbeats of a task that is never answered. */
  List<Duration> all() {
    return first(times.orElse(0));
  }

  private List<Duration> first(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(interval::multipliedBy).toList();
  }
}
