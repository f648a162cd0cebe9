package io.stepunit;

import io.stepunit.internal.engine.ExecutionRun;

/** An execution that cannot end: nothing is due any more, and it waits for what nobody sends. */
public final class StuckExecutionError extends AssertionError {
  private static final long serialVersionUID = 1L;

  StuckExecutionError(ExecutionRun run) {
    super(message(run));
  }

  private static String message(ExecutionRun run) {
    StringBuilder text = new StringBuilder();
    text.append("Execution '")
        .append(run.name())
        .append("' cannot end: no virtual time would help.\n");
    run.waitsFor().forEach(line -> text.append("  ").append(line).append('\n'));
    return text.append(
            "Send what it waits for, e.g. run.token(\"State\").succeed(Map.of()), let a mock call back"
                + " by isCalledBackAfter(…), or give the Task a TimeoutSeconds.")
        .toString();
  }
}
