package io.stepunit.recording;

import io.stepunit.internal.text.Printable;
import org.apiguardian.api.API;

/**
 * A file or an execution that could not be read or replayed.
 *
 * @param name the file, or the execution's name in log records
 * @param reason why, and what to do about it
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public record UnreplayedRecording(String name, String reason) {
  /** Name and reason. */
  @Override
  public String toString() {
    return Printable.line(name) + ": " + Printable.lines(reason);
  }
}
