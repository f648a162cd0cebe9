package io.stepunit.recording;

import io.stepunit.internal.text.Printable;
import java.util.OptionalLong;

/**
 * One difference between a replay and its recording.
 *
 * @param level what kind of thing differs
 * @param event the id of the recorded event, or where ids are erased its position (1-based); empty
 *     for the outcome of the execution
 * @param label the event's type and state, {@code "execution"} for the outcome
 * @param field the field, as a JSON pointer into the event: {@code
 *     /stateExitedEventDetails/output/total}
 * @param expected what the recording has
 * @param found what the replay has
 * @since 0.1.0
 */
public record Difference(
    Level level, OptionalLong event, String label, String field, String expected, String found) {
  /** What a difference is about. */
  public enum Level {
    /** The execution's status. */
    STATUS,
    /** The execution's output. */
    OUTPUT,
    /** The execution's error name. */
    ERROR,
    /** The execution's cause. */
    CAUSE,
    /** The sequence of event types and state names. */
    TYPES,
    /** The details of an event. */
    DETAILS,
    /** The ids that chain the events. */
    IDS,
    /** The log records, or the response of DescribeExecution. */
    ANSWER,
    /** The replay asked for an attempt of a Task that the recording does not have. */
    UNRECORDED
  }

  /** The difference in three lines: where, what was recorded, what the replay gave. */
  @Override
  public String toString() {
    String where = event.isPresent() ? "event " + event.getAsLong() + " " + label : label;
    return Printable.line(where)
        + ", "
        + level.name().toLowerCase(java.util.Locale.ROOT)
        + (field.isEmpty() ? "" : " " + Printable.line(field))
        + "\n    recorded: "
        + Printable.lines(expected)
        + "\n    replayed: "
        + Printable.lines(found);
  }
}
