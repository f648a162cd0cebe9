package io.stepunit.mock;

import io.stepunit.internal.text.Printable;
import io.stepunit.internal.text.StackTraces;

/**
 * Thrown if declared mocks were never used. The message has the line of the test for each.
 *
 * @since 0.1.0
 */
public final class UnusedMocksError extends AssertionError {
  private static final long serialVersionUID = 1L;

  /**
   * @param message each mock with its line, and why it was not used
   */
  public UnusedMocksError(String message) {
    super(Printable.lines(message));
    StackTraces.pruned(this);
  }
}
