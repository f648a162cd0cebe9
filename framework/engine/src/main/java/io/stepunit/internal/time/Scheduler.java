package io.stepunit.internal.time;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Schedules events by virtual time, then {@link Phase}, then the order in which it was scheduled.
 * Runs on the caller's thread.
 *
 * <p>An {@link EventOrder} takes the place of the last two where the phase says that AWS keeps no
 * order there.
 */
public final class Scheduler {
  private final VirtualClock clock;
  private final Agenda agenda = new Agenda();

  /** What goes in any order; null if all goes in the order in which it was scheduled. */
  private final @Nullable Ties ties;

  /**
   * The very next event of the agenda, where it is known to be so. An execution that goes on alone
   * at one instant never touches the agenda; the order is the agenda's all the same.
   */
  private @Nullable ScheduledEvent front;

  private long sequence;

  /** How much is still to come, {@link Phase#SERVICE_LIMIT} aside. */
  private long open;

  public Scheduler(VirtualClock clock) {
    this(clock, null);
  }

  /**
   * @param order decides what goes first of what may happen in any order; null for the order in
   *     which it was scheduled
   */
  public Scheduler(VirtualClock clock, @Nullable EventOrder order) {
    this.clock = clock;
    this.ties = order == null ? null : new Ties(order);
  }

  /**
   * Schedules an action that belongs to no branch.
   *
   * @param at when; an instant in the past counts as now
   */
  public Cancellation schedule(Instant at, Phase phase, Runnable action) {
    return schedule(at, phase, action, action);
  }

  /**
   * Schedules an action of a branch.
   *
   * @param at when; an instant in the past counts as now
   * @param branch to whom the action belongs: whatever the interleaving, a branch's own actions
   *     keep their order
   */
  public Cancellation schedule(Instant at, Phase phase, Object branch, Runnable action) {
    Instant now = clock.instant();
    ScheduledEvent event =
        new ScheduledEvent(this, at.isBefore(now) ? now : at, phase, sequence++, branch, action);
    count(event, 1);
    if (ties != null && phase.isInterleaved()) {
      ties.add(event);
    } else {
      add(event);
    }
    return event;
  }

  private void count(ScheduledEvent event, int change) {
    if (event.phase() != Phase.SERVICE_LIMIT) {
      open += change;
    }
  }

  /** Schedules an action for the present instant. */
  public Cancellation scheduleNow(Phase phase, Runnable action) {
    return scheduleNow(phase, action, action);
  }

  /** Schedules an action of a branch for the present instant. */
  public Cancellation scheduleNow(Phase phase, Object branch, Runnable action) {
    return schedule(clock.instant(), phase, branch, action);
  }

  /** What comes next, or null if nothing does. */
  public @Nullable Next peek() {
    return first();
  }

  /** Whether all that is scheduled is {@link Phase#SERVICE_LIMIT}; so too if nothing is. */
  public boolean isAtRest() {
    return open == 0;
  }

  /** Moves the clock to what comes next and runs it; false if there was nothing. */
  public boolean runNext() {
    ScheduledEvent event = first();
    if (event == null) {
      return false;
    }
    if (ties != null && event.phase().isInterleaved()) {
      event = ties.takeOneWith(event);
    } else {
      removeFirst();
    }
    count(event, -1);
    clock.moveTo(event.at());
    event.run();
    return true;
  }

  private void add(ScheduledEvent event) {
    if (front == null) {
      ScheduledEvent head = agenda.first();
      if (head == null || event.compareTo(head) < 0) {
        front = event;
      } else {
        agenda.add(event);
      }
    } else if (event.compareTo(front) < 0) {
      agenda.add(front);
      front = event;
    } else {
      agenda.add(event);
    }
  }

  private @Nullable ScheduledEvent first() {
    ScheduledEvent fixed = front != null ? front : agenda.first();
    ScheduledEvent tied = ties == null ? null : ties.first();
    if (fixed == null || tied == null) {
      return fixed == null ? tied : fixed;
    }
    return fixed.compareTo(tied) < 0 ? fixed : tied;
  }

  private void removeFirst() {
    if (front != null) {
      front = null;
    } else {
      agenda.removeFirst();
    }
  }

  /** One of the events was called off. */
  void calledOff(ScheduledEvent event) {
    count(event, -1);
    if (event == front) {
      front = null;
    } else if (ties != null && event.phase().isInterleaved()) {
      ties.calledOff(event);
    } else {
      agenda.calledOff();
    }
  }

  /** What comes next. */
  public interface Next {
    Instant at();

    Phase phase();
  }
}
