package io.stepunit.history;

import java.util.List;

/**
 * What happened in an execution, one line for each event: virtual time since the start, number of
 * the event, state, event, attempt, error and cause. StepUnit makes it; nobody else implements it.
 *
 * <pre>{@code
 * +00:00:00.000  #1            ExecutionStarted
 * +00:00:00.000  #2   Charge   TaskStateEntered (order.asl.json:12)
 * +00:00:00.000  #3   Charge   TaskScheduled, attempt 1
 * +00:00:03.000  #5   Charge   TaskFailed, attempt 1: Gateway.Busy: 503
 * +00:00:05.000  #6   Charge   TaskScheduled, attempt 2
 * }</pre>
 *
 * <p>Events that tell a person nothing new are left out: that a Task started after it was
 * scheduled, that a state was left after its Task succeeded, that an iteration began or succeeded.
 * The execution's {@code historyJson()} has them all.
 *
 * @since 0.1.0
 */
public interface Timeline {
  /**
   * Returns the lines around one event, which is marked with {@code >}. Where lines are left out
   * before or after, a line says how many; it counts as one of the lines.
   *
   * @param eventId the event; if it has no line of its own, the last line before it is taken
   * @param maxLines how many lines at most, at least 3
   * @throws IllegalArgumentException if {@code maxLines} is less than 3
   */
  Timeline around(long eventId, int maxLines);

  /**
   * Returns the lines with those folded that repeat five times or more but for their times,
   * attempts and iterations: the first and the last are shown, and a line between them says how
   * many there are more.
   */
  Timeline folded();

  /** The lines, aligned with each other. */
  List<String> lines();

  /** All lines. */
  @Override
  String toString();
}
