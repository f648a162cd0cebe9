package io.stepunit.internal.time;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Events in their order. Those that were called off never show, and do not pile up. */
final class Agenda {
  /** So few are not worth clearing away. */
  private static final int FEW = 64;

  private final PriorityQueue<ScheduledEvent> events = new PriorityQueue<>();
  private int calledOff;

  void add(ScheduledEvent event) {
    events.add(event);
  }

  /** One of the events was called off. */
  void calledOff() {
    calledOff++;
    if (calledOff > FEW && calledOff > events.size() / 2) {
      events.removeIf(ScheduledEvent::isOver);
      calledOff = 0;
    }
  }

  /** The first event, null if there is none. */
  @Nullable ScheduledEvent first() {
    ScheduledEvent event = events.peek();
    while (event != null && event.isOver()) {
      events.poll();
      calledOff--;
      event = events.peek();
    }
    return event;
  }

  void removeFirst() {
    events.poll();
  }
}
