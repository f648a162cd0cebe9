package io.stepunit.internal.engine;

import io.stepunit.budget.ExceededBudgetError;
import io.stepunit.budget.InterruptedWorkError;
import org.jspecify.annotations.Nullable;

/** Where a run was when it was ended, as its error says it. */
record WorkPlace(String description) {
  private static final int EVENTS = 20;

  /**
   * @param branch what was at work, null if nothing was
   */
  static WorkPlace of(@Nullable Branch branch) {
    if (branch == null) {
      return new WorkPlace("");
    }
    ExecutionRun run = branch.run();
    return new WorkPlace(
        "\n%sexecution '%s' of '%s':\n%s"
            .formatted(
                branch.place().map("In the state '%s' of the "::formatted).orElse("In the "),
                run.name(),
                run.machine().name(),
                run.snapshot().latest(EVENTS)));
  }

  ExceededBudgetError inContext(ExceededBudgetError error) {
    return sameTrace(
        new ExceededBudgetError(error.budget(), error.getMessage() + description), error);
  }

  InterruptedWorkError inContext(InterruptedWorkError error) {
    return sameTrace(new InterruptedWorkError(error.getMessage() + description), error);
  }

  private static <T extends Throwable> T sameTrace(T error, Throwable former) {
    error.setStackTrace(former.getStackTrace());
    for (Throwable suppressed : former.getSuppressed()) {
      error.addSuppressed(suppressed);
    }
    return error;
  }
}
