package io.stepunit;

/**
 * A task token that cannot be used: what SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat
 * answer for an unknown, used or timed-out token.
 */
public final class TaskTokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;

  TaskTokenException(String error, String message) {
    super(error + ": " + message);
    this.error = error;
  }

  /** AWS's error name: {@code InvalidToken} or {@code TaskTimedOut}. */
  public String error() {
    return error;
  }
}
