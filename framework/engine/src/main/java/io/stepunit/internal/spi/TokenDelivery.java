package io.stepunit.internal.spi;

import java.time.Duration;
import java.util.List;

/**
 * Delivers a call with a task token to the service.
 *
 * @param delays the virtual time after which it arrives, once for each time that it does; empty if
 *     it is lost
 * @param faults what was done to it, a line each, for people
 */
public record TokenDelivery(List<Duration> delays, List<String> faults) {
  /** It arrives at once, and once. */
  public static final TokenDelivery AT_ONCE = new TokenDelivery(List.of(Duration.ZERO), List.of());

  /** Keeps copies of the lists. */
  public TokenDelivery {
    delays = List.copyOf(delays);
    faults = List.copyOf(faults);
  }
}
