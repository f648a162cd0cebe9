package io.stepunit.internal.time;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until the scheduler moves it. */
public final class VirtualClock extends Clock {
  /** Read by other threads, too: code under test is given the clock. */
  private volatile Instant now;

  public VirtualClock(Instant start) {
    this.now = start;
  }

  /**
   * Moves the clock forward.
   *
   * @throws IllegalArgumentException if the instant lies in the past
   */
  public void moveTo(Instant instant) {
    Instant reached = now;
    int order = instant.compareTo(reached);
    if (order < 0) {
      throw new IllegalArgumentException(
          "Virtual time only moves forward: it is " + reached + ", asked for " + instant);
    }
    if (order > 0) {
      now = instant;
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** A view of this clock that shows another zone; it moves with this clock. */
  @Override
  public Clock withZone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? this : new Zoned(this, zone);
  }

  private static final class Zoned extends Clock {
    private final VirtualClock clock;
    private final ZoneId zone;

    Zoned(VirtualClock clock, ZoneId zone) {
      this.clock = clock;
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return clock.withZone(other);
    }
  }
}
