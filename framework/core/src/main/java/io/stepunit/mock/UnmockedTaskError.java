package io.stepunit.mock;

import io.stepunit.internal.text.Printable;
import io.stepunit.internal.text.StackTraces;

/**
 * Thrown if a Task is called that no mock answers. Aborts the test; no Retry and no Catch sees it.
 * The message has the call, the mocks that come near, and the line of code that is missing.
 *
 * @since 0.1.0
 */
public final class UnmockedTaskError extends AssertionError {
  private static final long serialVersionUID = 1L;

  /**
   * @param message the call, the mocks that come near and what to add to the test
   */
  public UnmockedTaskError(String message) {
    super(Printable.lines(message));
    StackTraces.pruned(this);
  }
}
