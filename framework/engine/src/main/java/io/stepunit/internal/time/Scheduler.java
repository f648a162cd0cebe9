package io.stepunit.internal.time;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;
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
  private final PriorityQueue<Entry> queue = new PriorityQueue<>();

  /**
   * The very next entry, where it is known to be so. An execution that goes on alone at one instant
   * never touches the queue; the order is the queue's all the same.
   */
  private @Nullable Entry front;

  private final @Nullable EventOrder order;

  private long sequence;

  public Scheduler(VirtualClock clock) {
    this(clock, null);
  }

  /**
   * @param order decides what goes first of what may happen in any order; null for the order in
   *     which it was scheduled
   */
  public Scheduler(VirtualClock clock, @Nullable EventOrder order) {
    this.clock = clock;
    this.order = order;
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
    Entry entry = new Entry(this, at.isBefore(now) ? now : at, phase, sequence++, branch, action);
    add(entry);
    return entry;
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
    boolean frontIsLimit = front == null || front.isNothingOrLimit();
    return frontIsLimit && queue.stream().allMatch(Entry::isNothingOrLimit);
  }

  /** Moves the clock to what comes next and runs it; false if there was nothing. */
  public boolean runNext() {
    Entry entry = first();
    if (entry == null) {
      return false;
    }
    if (order != null && entry.phase.isInterleaved()) {
      entry = oneOf(tiesOf(entry), order);
      forget(entry);
    } else {
      removeFirst();
    }
    clock.moveTo(entry.at);
    entry.action.run();
    return true;
  }

  private static Entry oneOf(List<Entry> ties, EventOrder order) {
    return ties.get(order.choose(ties.size()));
  }

  /** What may happen now instead of an entry, the entry included: the next of each branch. */
  private List<Entry> tiesOf(Entry entry) {
    Map<Object, Entry> byBranch = new IdentityHashMap<>();
    Stream.concat(Stream.ofNullable(front), queue.stream())
        .filter(each -> !each.cancelled && each.phase.isInterleaved() && each.at.equals(entry.at))
        .forEach(each -> byBranch.merge(each.branch, each, Scheduler::earlier));
    return byBranch.values().stream().sorted().toList();
  }

  private static Entry earlier(Entry one, Entry other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void add(Entry entry) {
    if (front == null) {
      Entry head = queue.peek();
      if (head == null || entry.compareTo(head) < 0) {
        front = entry;
      } else {
        queue.add(entry);
      }
    } else if (entry.compareTo(front) < 0) {
      queue.add(front);
      front = entry;
    } else {
      queue.add(entry);
    }
  }

  private @Nullable Entry first() {
    Entry entry = front != null ? front : queue.peek();
    while (entry != null && entry.cancelled) {
      removeFirst();
      entry = queue.peek();
    }
    return entry;
  }

  private void removeFirst() {
    if (front != null) {
      front = null;
    } else {
      queue.poll();
    }
  }

  private void forget(Entry entry) {
    if (front == entry) {
      front = null;
    } else {
      queue.remove(entry);
    }
  }

  private static void doNothing() {}

  /** What comes next. */
  public interface Next {
    Instant at();

    Phase phase();
  }

  private static final class Entry implements Next, Cancellation, Comparable<Entry> {
    private final Scheduler scheduler;
    private final Instant at;
    private final Phase phase;
    private final long sequence;
    private Object branch;
    private Runnable action;
    private boolean cancelled;

    Entry(
        Scheduler scheduler,
        Instant at,
        Phase phase,
        long sequence,
        Object branch,
        Runnable action) {
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

    private boolean isNothingOrLimit() {
      return cancelled || phase == Phase.SERVICE_LIMIT;
    }

    @Override
    public void cancel() {
      cancelled = true;
      // A deadline may lie far ahead: what it would have ended need not be kept until then.
      action = Scheduler::doNothing;
      branch = this;
      if (phase == Phase.SERVICE_LIMIT) {
        // Each execution has one, a year ahead: they would pile up.
        scheduler.forget(this);
      }
    }

    @Override
    public int compareTo(Entry other) {
      int byTime = at.compareTo(other.at);
      if (byTime != 0) {
        return byTime;
      }
      int byPhase = phase.compareTo(other.phase);
      return byPhase != 0 ? byPhase : Long.compare(sequence, other.sequence);
    }
  }
}
