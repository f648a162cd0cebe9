package io.stepunit.internal.budget;

import io.stepunit.budget.ExceededBudgetError;
import io.stepunit.budget.WorkBudget;
import java.util.Arrays;
import java.util.Locale;

/** How much there is of each budget. Immutable. */
public final class WorkBudgets {
  /** The amounts where the test sets none. */
  public static final WorkBudgets STANDARD = standard();

  /** By the ordinals of the budgets. */
  private final long[] amounts;

  private WorkBudgets(long[] amounts) {
    this.amounts = amounts;
  }

  private static WorkBudgets standard() {
    return new WorkBudgets(
        Arrays.stream(WorkBudget.values()).mapToLong(WorkBudget::standard).toArray());
  }

  /** The same with another amount of one budget. */
  public WorkBudgets with(WorkBudget budget, long amount) {
    long[] changed = amounts.clone();
    changed[budget.ordinal()] = amount;
    return new WorkBudgets(changed);
  }

  /** How much there is of a budget. */
  public long of(WorkBudget budget) {
    return amounts[budget.ordinal()];
  }

  /**
   * The error of work beyond a budget.
   *
   * @param what what exceeds it: {@code The path $..*}
   */
  public ExceededBudgetError exceeded(WorkBudget budget, String what) {
    return new ExceededBudgetError(
        budget,
        String.format(
            Locale.ROOT,
            "%s exceeds the budget %s: %,d %s. If it is meant to, raise the budget: StepFunctionsEnvironment.builder().budget(WorkBudget.%s, n).",
            what,
            budget,
            of(budget),
            budget.meaning(),
            budget));
  }

  /** A meter of small things that ends with the error of a budget. */
  public WorkMeter meter(WorkBudget budget, String what) {
    return new WorkMeter(of(budget), refusal(budget, what));
  }

  /** What throws the error of a budget. */
  public Runnable refusal(WorkBudget budget, String what) {
    return () -> {
      throw exceeded(budget, what);
    };
  }
}
