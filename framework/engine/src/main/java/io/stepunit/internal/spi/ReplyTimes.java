package io.stepunit.internal.spi;

import io.stepunit.internal.time.TimeRange;
import java.time.Duration;
import java.util.List;

/** The virtual times at which a Task answers. */
public final class ReplyTimes {
  private ReplyTimes() {}

  /**
   * The times of the heartbeats, as a list that nobody changes.
   *
   * @param after the time of the answer
   * @throws IllegalArgumentException if a time is negative or longer than 36,500 days
   */
  public static List<Duration> checked(List<Duration> heartbeats, Duration after) {
    for (Duration time : heartbeats) {
      TimeRange.checked(time, "The time of a heartbeat");
    }
    TimeRange.checked(after, "The time of a task's answer");
    return List.copyOf(heartbeats);
  }
}
