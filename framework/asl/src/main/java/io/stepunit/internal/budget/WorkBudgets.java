package io.stepunit.internal.budget;

import io.stepunit.budget.ExceededBudgetError;
import io.stepunit.budget.WorkBudget;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How much there is of each budget. Immutable. */
public final class WorkBudgets {
  /** The amounts where the test sets none. */
  public static final WorkBudgets STANDARD = new WorkBudgets(Map.of());

  private final Map<WorkBudget, Long> changed;

  private WorkBudgets(Map<WorkBudget, Long> changed) {
    this.changed = changed;
  }

  /** The same with another amount of one budget. */
  public WorkBudgets with(WorkBudget budget, long amount) {
    Map<WorkBudget, Long> all = new EnumMap<>(WorkBudget.class);
    all.putAll(changed);
    all.put(budget, amount);
    return new WorkBudgets(all);
  }

  /** How much there is of a budget. */
  public long of(WorkBudget budget) {
    return changed.getOrDefault(budget, budget.standard());
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
