package io.stepunit.internal.spi;

import java.time.Duration;
import java.util.List;

/** The virtual times at which a Task answers. */
public final class ReplyTimes {
  private ReplyTimes() {}

  /**
   * The times of the heartbeats, as a list that nobody changes.
   *
   * @param after the time of the answer
   * @throws IllegalArgumentException if a time is negative
   */
  public static List<Duration> checked(List<Duration> heartbeats, Duration after) {
    for (Duration time : heartbeats) {
      if (time.isNegative()) {
        throw new IllegalArgumentException("The time of a heartbeat is negative: " + time);
      }
    }
    if (after.isNegative()) {
      throw new IllegalArgumentException("The time of a task's answer is negative: " + after);
    }
    return List.copyOf(heartbeats);
  }
}
