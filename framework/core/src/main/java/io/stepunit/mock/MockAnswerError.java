package io.stepunit.mock;

import io.stepunit.internal.text.Printable;
import io.stepunit.internal.text.StackTraces;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the answer of a mock is invalid: it threw something other than a {@link
 * io.stepunit.TaskFailure}, returned something that is not JSON, or changed its input. Aborts the
 * test; no Retry and no Catch sees it.
 *
 * <p>An {@link AssertionError} thrown by an answer reaches the test as it is, with one of these as
 * {@linkplain #getSuppressed() suppressed}.
 *
 * @since 0.1.0
 */
public final class MockAnswerError extends AssertionError {
  private static final long serialVersionUID = 1L;

  /**
   * @param message the answer, the call and what to do
   */
  public MockAnswerError(String message) {
    this(message, null);
  }

  /**
   * @param message the answer, the call and what to do
   * @param cause what the answer threw; null if it threw nothing
   */
  public MockAnswerError(String message, @Nullable Throwable cause) {
    super(Printable.lines(message), cause);
    StackTraces.pruned(this);
  }
}
