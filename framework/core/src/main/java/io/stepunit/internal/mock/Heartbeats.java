package io.stepunit.internal.mock;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;

/**
 * Heartbeats at a regular interval.
 *
 * @param interval positive
 * @param times how many at most; empty for as long as the task runs
 */
record Heartbeats(Duration interval, OptionalInt times) {
  /** More than this many before one answer are a slip of the pen. */
  static final int MOST = 100_000;

  /** The number of heartbeats before an answer. */
  long countBefore(Duration answer) {
    long fitting = answer.isZero() ? 0 : answer.minusNanos(1).dividedBy(interval);
    return times.isPresent() ? Math.min(fitting, times.getAsInt()) : fitting;
  }

  /** The heartbeats before an answer. */
  List<Duration> before(Duration answer) {
    return first(countBefore(answer));
  }

  /** All heartbeats of a task that is never answered. */
  List<Duration> all() {
    return first(times.orElse(0));
  }

  private List<Duration> first(long count) {
    return LongStream.rangeClosed(1, count).mapToObj(interval::multipliedBy).toList();
  }
}
