package io.stepunit.mock;

import io.stepunit.internal.text.Printable;
import io.stepunit.internal.text.StackTraces;

/**
 * Thrown if code in a mock or handler exceeds the environment's real-time limit. Aborts the test;
 * its {@linkplain #getCause() cause} has the stack of the code at the limit.
 *
 * @since 0.1.0
 */
public final class UserCodeTimeoutError extends AssertionError {
  private static final long serialVersionUID = 1L;

  /**
   * @param message the code, the limit and where the code was
   * @param where a throwable with the stack of the code at the limit
   */
  public UserCodeTimeoutError(String message, Throwable where) {
    super(Printable.lines(message), where);
    StackTraces.pruned(this);
  }
}
