package io.stepunit;

import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.text.Printable;

/**
 * Thrown if an execution cannot go on because it waits for a callback that nobody sends.
 *
 * @since 0.1.0
 */
public final class StuckExecutionError extends AssertionError {
  private static final long serialVersionUID = 1L;

  /**
   * @param what what it cannot do: {@code cannot end}
   */
  StuckExecutionError(ExecutionRun run, String what) {
    super(Printable.lines(message(run, what)));
  }

  private static String message(ExecutionRun run, String what) {
    StringBuilder text = new StringBuilder();
    text.append("Execution '")
        .append(run.name())
        .append("' ")
        .append(what)
        .append(", however much virtual time passes.\n");
    run.waitsFor().forEach(line -> text.append("  ").append(line).append('\n'));
    return text.append(
            "Send what it waits for, e.g. run.token(\"State\").succeed(Map.of()), let a mock call back"
                + " by isCalledBackAfter(…), or give the Task a TimeoutSeconds.")
        .toString();
  }
}
