package io.stepunit.budget;

import io.stepunit.internal.text.StackTraces;

/**
 * Thrown if the thread is interrupted while StepUnit works, as JUnit's {@code @Timeout} does it.
 * The thread stays interrupted. Also thrown to threads that still call by a client when the test
 * has ended. Where executions ran, the message has the state and the last lines of the timeline.
 *
 * @since 0.1.0
 */
public final class InterruptedWorkError extends AssertionError {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was interrupted
   */
  public InterruptedWorkError(String message) {
    super(message);
    StackTraces.pruned(this);
  }
}
