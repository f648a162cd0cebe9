package io.stepunit.internal.time;

import java.time.Instant;

/** What is scheduled: its action runs once, unless it is called off before. */
final class ScheduledEvent implements Scheduler.Next, Cancellation, Comparable<ScheduledEvent> {
  private final Scheduler scheduler;
  private final Instant at;
  private final Phase phase;
  private final long sequence;
  private Object branch;
  private Runnable action;
  private boolean over;

  ScheduledEvent(
      Scheduler scheduler, Instant at, Phase phase, long sequence, Object branch, Runnable action) {
    this.scheduler = scheduler;
    this.at = at;
    this.phase = phase;
    this.sequence = sequence;
    this.branch = branch;
    this.action = action;
  }

  @Override
  public Instant at() {
    return at;
  }

  @Override
  public Phase phase() {
    return phase;
  }

  Object branch() {
    return branch;
  }

  /** Whether it has run or was called off. */
  boolean isOver() {
    return over;
  }

  void run() {
    over = true;
    action.run();
  }

  @Override
  public void cancel() {
    if (!over) {
      over = true;
      scheduler.calledOff(this);
      // A deadline may lie far ahead: what it would have ended need not be kept until then.
      action = ScheduledEvent::doNothing;
      branch = this;
    }
  }

  private static void doNothing() {}

  @Override
  public int compareTo(ScheduledEvent other) {
    int byTime = at.compareTo(other.at);
    if (byTime != 0) {
      return byTime;
    }
    int byPhase = phase.compareTo(other.phase);
    return byPhase != 0 ? byPhase : Long.compare(sequence, other.sequence);
  }
}
