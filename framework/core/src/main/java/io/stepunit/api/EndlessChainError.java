package io.stepunit.api;

import io.stepunit.internal.text.Printable;
import org.apiguardian.api.API;

/**
 * Thrown if executions start each other endlessly. AWS would go on, and so would the bill. Aborts
 * the test; no Retry and no Catch sees it.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public final class EndlessChainError extends AssertionError {
  private static final long serialVersionUID = 1L;

  /**
   * @param message which execution would have started which machine once more
   */
  public EndlessChainError(String message) {
    super(Printable.lines(message));
  }
}
