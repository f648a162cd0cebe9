package io.stepunit.internal.recording;

/** A replay asked for an attempt of a Task that its recording does not have. */
final class UnrecordedAttemptException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnrecordedAttemptException(String message) {
    super(message);
  }
}
