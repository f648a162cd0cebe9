package io.stepunit.history;

import java.time.Instant;
import java.util.Optional;

/**
 * An event in the history of an execution. StepUnit makes it; nobody else implements it.
 *
 * <pre>{@code
 * assertThat(run.events())
 *     .extracting(HistoryEvent::type)
 *     .contains(EventType.TASK_TIMED_OUT);
 * }</pre>
 *
 * @since 0.1.0
 */
public interface HistoryEvent {
  /** The event's number, 1-based and without gaps. */
  long id();

  /** The event that led to this one; 0 for none. */
  long previousEventId();

  /** Returns the virtual time. */
  Instant timestamp();

  /** The type. */
  EventType type();

  /** The members that events of the type have. */
  EventDetails details();

  /** The name of the state that the event belongs to; empty for events of the execution. */
  Optional<String> state();

  /**
   * The path of that state: its name with the branches and iterations that lead to it, such as
   * {@code Lines[3]/Charge}. Empty for events of the execution.
   */
  Optional<String> path();
}
