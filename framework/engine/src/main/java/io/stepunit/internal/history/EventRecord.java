package io.stepunit.internal.history;

import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event, with the visit that it belongs to.
 *
 * @param visitOrNull null for events of the execution
 */
public record EventRecord(
    long id,
    long previousEventId,
    Instant timestamp,
    EventType type,
    EventDetails details,
    @Nullable VisitRef visitOrNull)
    implements HistoryEvent {

  @Override
  public Optional<String> state() {
    return visit().map(visit -> visit.state().name());
  }

  @Override
  public Optional<String> path() {
    return visit().map(VisitRef::path);
  }

  /** The visit of a state that the event belongs to; empty for events of the execution. */
  public Optional<VisitRef> visit() {
    return Optional.ofNullable(visitOrNull);
  }
}
