package io.stepunit.recording;

import io.stepunit.internal.text.Printable;

/**
 * Thrown if a recording cannot be read.
 *
 * @since 0.1.0
 */
public final class RecordingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RecordingException(String message) {
    super(Printable.lines(message));
  }

  public RecordingException(String message, Throwable cause) {
    super(Printable.lines(message), cause);
  }
}
