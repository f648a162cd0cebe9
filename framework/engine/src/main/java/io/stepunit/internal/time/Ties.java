package io.stepunit.internal.time;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Events between which AWS keeps no order: of those due at one instant an {@link EventOrder}
 * chooses the next, but a branch's own events keep their order.
 */
final class Ties {
  private final EventOrder order;
  private final Agenda later = new Agenda();

  /** What is due now, by branch. */
  private final Map<Object, PriorityQueue<ScheduledEvent>> due = new IdentityHashMap<>();

  /** The next of each branch, in their order. */
  private final List<ScheduledEvent> choices = new ArrayList<>();

  Ties(EventOrder order) {
    this.order = order;
  }

  void add(ScheduledEvent event) {
    later.add(event);
  }

  /** The first event in the engine's own order, null if there is none. */
  @Nullable ScheduledEvent first() {
    ScheduledEvent next = later.first();
    if (choices.isEmpty()) {
      return next;
    }
    ScheduledEvent now = choices.get(0);
    return next == null || now.compareTo(next) < 0 ? now : next;
  }

  /** Takes one of the events that are due with the first. */
  ScheduledEvent takeOneWith(ScheduledEvent first) {
    ScheduledEvent next = later.first();
    while (next != null && next.at().equals(first.at())) {
      later.removeFirst();
      isDue(next);
      next = later.first();
    }
    ScheduledEvent taken = choices.get(order.choose(choices.size()));
    leave(taken, queueOf(taken));
    return taken;
  }

  private PriorityQueue<ScheduledEvent> queueOf(ScheduledEvent event) {
    return due.computeIfAbsent(event.branch(), branch -> new PriorityQueue<>(2));
  }

  private void isDue(ScheduledEvent event) {
    PriorityQueue<ScheduledEvent> queue = queueOf(event);
    ScheduledEvent former = queue.peek();
    queue.add(event);
    if (former == null) {
      offer(event);
    } else if (event.compareTo(former) < 0) {
      choices.remove(Collections.binarySearch(choices, former));
      offer(event);
    }
  }

  private void offer(ScheduledEvent event) {
    choices.add(-1 - Collections.binarySearch(choices, event), event);
  }

  /** One of the events was called off. */
  void calledOff(ScheduledEvent event) {
    PriorityQueue<ScheduledEvent> queue = due.get(event.branch());
    if (queue != null && queue.contains(event)) {
      leave(event, queue);
    } else {
      later.calledOff();
    }
  }

  private void leave(ScheduledEvent event, PriorityQueue<ScheduledEvent> queue) {
    boolean wasNext = queue.peek() == event;
    queue.remove(event);
    if (queue.isEmpty()) {
      due.remove(event.branch());
    }
    if (wasNext) {
      choices.remove(Collections.binarySearch(choices, event));
      if (!queue.isEmpty()) {
        offer(queue.peek());
      }
    }
  }
}
