package io.stepunit;

import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.text.Printable;
import io.stepunit.internal.text.StackTraces;

/**
 * Thrown if an execution cannot go on because it waits for a callback that nobody sends.
 *
 * @since 0.1.0
 */
public final class StuckExecutionError extends AssertionError {
  private static final long serialVersionUID = 1L;

  private static final String SEND =
      "Send what it waits for, e.g. run.token(\"State\").succeed(Map.of()), let a mock call back"
          + " by isCalledBackAfter(…), or give the Task a TimeoutSeconds.";

  /**
   * @param what what it cannot do: {@code cannot end}
   */
  StuckExecutionError(ExecutionRun run, String what) {
    this(run, what + ", however much virtual time passes", SEND);
  }

  /**
   * @param what what it cannot do
   * @param hint what to do
   */
  StuckExecutionError(ExecutionRun run, String what, String hint) {
    this(message(run, what, hint));
  }

  /**
   * @param message what cannot go on, what it waits for and what to do
   */
  public StuckExecutionError(String message) {
    super(Printable.lines(message));
    StackTraces.pruned(this);
  }

  private static String message(ExecutionRun run, String what, String hint) {
    StringBuilder text = new StringBuilder();
    text.append("Execution '").append(run.name()).append("' ").append(what).append(".\n");
    run.waitsFor().forEach(line -> text.append("  ").append(line).append('\n'));
    return text.append(hint).toString();
  }
}
