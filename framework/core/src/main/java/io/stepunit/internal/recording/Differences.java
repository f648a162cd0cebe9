package io.stepunit.internal.recording;

import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import java.util.OptionalLong;

/** Makes differences. */
public final class Differences {
  private Differences() {}

  /** One in the outcome of an execution. */
  public static Difference ofExecution(Level level, String field, String expected, String found) {
    return new Difference(level, OptionalLong.empty(), "execution", field, expected, found);
  }

  /** One in an event. */
  static Difference ofEvent(
      Level level, RecordedEvent event, String field, String expected, String found) {
    return new Difference(
        level, OptionalLong.of(event.position()), event.label(), field, expected, found);
  }
}
