package io.stepunit;

/** The token of a waiting task: SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat. */
public final class TaskToken {
  TaskToken() {}

  /** The token's text. */
  public String value() {
    throw new UnsupportedOperationException();
  }

  /** SendTaskSuccess, then runs what happens at this instant. */
  public void succeed(Object output) {
    throw new UnsupportedOperationException();
  }

  /** SendTaskFailure. */
  public void fail(String error, String cause) {
    throw new UnsupportedOperationException();
  }

  /** SendTaskHeartbeat. */
  public void heartbeat() {
    throw new UnsupportedOperationException();
  }
}
