package io.stepunit.budget;

/**
 * An amount of work that ends a run which would not end by itself. AWS's own limits come first:
 * these are far beyond what a test needs, and beyond them the test is aborted with an {@link
 * ExceededBudgetError}.
 *
 * <pre>{@code
 * StepFunctionsEnvironment.builder().budget(WorkBudget.CHAINED_EXECUTIONS, 5_000).build()
 * }</pre>
 *
 * @since 0.1.0
 */
public enum WorkBudget {
  /** Executions that start each other, one after the other; 1,000. */
  CHAINED_EXECUTIONS(1_000, "executions each of which was started by the one before"),
  /** Executions that descend from one that the test started, those of Map Runs aside; 20,000. */
  STARTED_EXECUTIONS(20_000, "executions that descend from one start"),
  /** Events in the histories of one start and all that descends from it; 2,000,000. */
  HISTORY_EVENTS(2_000_000, "events in the histories of one start and what descends from it"),
  /**
   * Bytes of JSON that the states of one start and all that descends from it put out or assign,
   * where an output is not the very input; 536,870,912.
   */
  OUTPUT_BYTES(536_870_912, "bytes of output of the states of one start and what descends from it"),
  /**
   * Levels of objects and arrays in what a state puts out or assigns; 1,000, as in a text of JSON.
   */
  NESTING(1_000, "levels of objects and arrays in one value"),
  /** Steps of all executions in one call, such as {@code run} or {@code advance}; 100,000,000. */
  STEPS(100_000_000, "steps in one call that runs executions"),
  /** Values that the evaluation of one JSONPath looks at; 10,000,000. */
  PATH_VALUES(10_000_000, "values that one JSONPath looks at");

  private final long standard;
  private final String meaning;

  WorkBudget(long standard, String meaning) {
    this.standard = standard;
    this.meaning = meaning;
  }

  /** The amount where the test sets none. */
  public long standard() {
    return standard;
  }

  /** What it counts: {@code steps in one call that runs executions}. */
  public String meaning() {
    return meaning;
  }
}
