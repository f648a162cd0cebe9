package io.stepunit.mock;

import io.stepunit.internal.text.Printable;
import io.stepunit.internal.text.StackTraces;

/**
 * Thrown at the end of a test if a Task had no answer or a broken one, or an execution waited for
 * what nobody sends, and code on the way to the test caught the error: an answer that runs another
 * machine, say, or code that calls Step Functions by an SDK client. Its {@linkplain #getCause()
 * cause} is the error that was caught.
 *
 * @since 0.1.0
 */
public final class SwallowedAnswerError extends AssertionError {
  private static final long serialVersionUID = 1L;

  /**
   * @param first the first error that was caught
   * @param count how many there were
   */
  public SwallowedAnswerError(Error first, int count) {
    super(message(first, count), first);
    StackTraces.pruned(this);
  }

  private static String message(Error first, int count) {
    String more = count == 1 ? "" : " (and " + (count - 1) + " more)";
    return Printable.lines(
        """
        The test went on although an error aborted it%s: some code caught the error.

        %s

        If the test expects it, call environment.forgetAnswerErrors() after its assertion."""
            .formatted(more, String.valueOf(first.getMessage()).indent(2).stripTrailing()));
  }
}
