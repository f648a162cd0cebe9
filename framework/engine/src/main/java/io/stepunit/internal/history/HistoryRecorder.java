package io.stepunit.internal.history;

import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Appends events to one execution's history; nothing else creates events.
 *
 * @since 0.1.0
 */
public final class HistoryRecorder {
  private final Clock clock;
  private final List<EventRecord> events = new ArrayList<>();

  public HistoryRecorder(Clock clock) {
    this.clock = clock;
  }

  /**
   * Appends an event at the present virtual time.
   *
   * @param previousEventId the event that led to it, 0 for none
   * @param visit the visit of a state that it belongs to, null for events of the execution
   * @return the event's id
   */
  public long record(
      EventType type, long previousEventId, EventDetails details, @Nullable VisitRef visit) {
    long id = events.size() + 1L;
    events.add(new EventRecord(id, previousEventId, clock.instant(), type, details, visit));
    return id;
  }

  /** How many events there are, which is also the id of the last. */
  public int size() {
    return events.size();
  }

  /** The events so far. */
  public List<EventRecord> events() {
    return List.copyOf(events);
  }

  /** The events, those that are still to come included. */
  public List<EventRecord> growing() {
    return Collections.unmodifiableList(events);
  }
}
