package io.stepunit;

import io.stepunit.internal.time.TimeRange;
import java.time.Duration;
import java.util.Objects;

/**
 * How long a run waits for other threads of the test or the application: those that send tokens, or
 * work for activities.
 *
 * <pre>{@code
 * Execution run = order.run(ORDER, awaitingOutside(ofSeconds(5)));
 * }</pre>
 *
 * @param realTime for each answer
 * @since 0.1.0
 */
public record OutsideWait(Duration realTime) {
  /**
   * @throws IllegalArgumentException if the time is negative
   */
  public OutsideWait {
    Objects.requireNonNull(realTime, "realTime");
    TimeRange.checked(realTime, "The real time to wait for other threads");
  }

  /**
   * Lets a run wait for other threads. While it waits no virtual time passes.
   *
   * @param realTime for each answer; the run fails if none comes in that time
   * @throws IllegalArgumentException if the time is negative
   */
  public static OutsideWait awaitingOutside(Duration realTime) {
    return new OutsideWait(realTime);
  }
}
