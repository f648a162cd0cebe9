package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.budget.ExceededBudgetError;
import io.stepunit.budget.WorkBudget;
import io.stepunit.internal.budget.WorkBudgets;
import io.stepunit.internal.json.CountedArray;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.TooDeepException;
import java.util.function.IntSupplier;

/**
 * What an execution shares with all that descend from the same start: the work that they may do.
 * The children of a Map Run have the lineage of its execution, and count only by what they start.
 */
final class Lineage {
  private final Shared shared;
  private final int generation;

  private Lineage(Shared shared, int generation) {
    this.shared = shared;
    this.generation = generation;
  }

  /** The lineage of an execution that no other one starts. */
  static Lineage of(WorkBudgets budgets) {
    return new Lineage(new Shared(budgets), 1);
  }

  /**
   * The lineage of an execution that one of this lineage starts.
   *
   * @param execution the one that starts it
   * @param machine the machine of the new one
   * @throws ExceededBudgetError if there are too many
   */
  Lineage next(String execution, String machine) {
    if (generation >= shared.longestChain) {
      throw exceeded(WorkBudget.CHAINED_EXECUTIONS, execution, machine);
    }
    if (++shared.started > shared.mostStarted) {
      throw exceeded(WorkBudget.STARTED_EXECUTIONS, execution, machine);
    }
    return new Lineage(shared, generation + 1);
  }

  private ExceededBudgetError exceeded(WorkBudget budget, String execution, String machine) {
    return shared.budgets.exceeded(
        budget,
        "The execution '%s' would start one more of '%s', which".formatted(execution, machine));
  }

  /** An event is about to be recorded. */
  void countEvent() {
    if (++shared.events > shared.mostEvents) {
      throw shared.budgets.exceeded(WorkBudget.HISTORY_EVENTS, "One more event");
    }
  }

  /** A state puts out a value; returns its bytes. */
  int countOutput(JsonNode value, OutputSizes sizes) {
    return count(() -> sizes.of(value, shared.deepest));
  }

  /** A state assigns a value; returns its bytes. */
  int countAssigned(JsonNode value) {
    return count(() -> Json.size(value, CountedArray.NONE, shared.deepest));
  }

  private int count(IntSupplier size) {
    int bytes;
    try {
      bytes = size.getAsInt();
    } catch (TooDeepException e) {
      throw shared.budgets.exceeded(WorkBudget.NESTING, "An output");
    }
    shared.bytes += bytes;
    if (shared.bytes > shared.mostBytes) {
      throw shared.budgets.exceeded(WorkBudget.OUTPUT_BYTES, "One more output");
    }
    return bytes;
  }

  private static final class Shared {
    private final WorkBudgets budgets;
    private final long longestChain;
    private final long mostStarted;
    private final long mostEvents;
    private final long mostBytes;
    private final int deepest;
    private long started;
    private long events;
    private long bytes;

    Shared(WorkBudgets budgets) {
      this.budgets = budgets;
      this.longestChain = budgets.of(WorkBudget.CHAINED_EXECUTIONS);
      this.mostStarted = budgets.of(WorkBudget.STARTED_EXECUTIONS);
      this.mostEvents = budgets.of(WorkBudget.HISTORY_EVENTS);
      this.mostBytes = budgets.of(WorkBudget.OUTPUT_BYTES);
      this.deepest = (int) Math.min(Integer.MAX_VALUE, budgets.of(WorkBudget.NESTING));
    }
  }
}
