package io.stepunit.budget;

import io.stepunit.internal.text.StackTraces;

/**
 * Thrown if a run exceeds a {@link WorkBudget}: it would probably never end. Aborts the test; no
 * Retry and no Catch sees it. The message has the state, the budget, the option that raises it and
 * the last lines of the timeline.
 *
 * @since 0.1.0
 */
public final class ExceededBudgetError extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final WorkBudget budget;

  /**
   * @param budget what is used up
   * @param message what used it up, and what to do
   */
  public ExceededBudgetError(WorkBudget budget, String message) {
    super(message);
    this.budget = budget;
    StackTraces.pruned(this);
  }

  /** What is used up. */
  public WorkBudget budget() {
    return budget;
  }
}
