package io.stepunit.history;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event of an execution's history.
 *
 * @param id 1-based, without gaps
 * @param previousEventId the event that led to this one; 0 for none
 * @param timestamp the virtual time
 * @param type the type
 * @param details what the type tells
 * @param visitOrNull the visit of a state that the event belongs to, null for events of the
 *     execution
 */
public record HistoryEvent(
    long id,
    long previousEventId,
    Instant timestamp,
    EventType type,
    EventDetails details,
    @Nullable VisitRef visitOrNull) {

  /** The visit of a state that the event belongs to; empty for events of the execution. */
  public Optional<VisitRef> visit() {
    return Optional.ofNullable(visitOrNull);
  }
}
