package io.stepunit;

import io.stepunit.internal.history.ExecutionRecord;

/** What stands behind the executions that tests hold. */
public final class ExecutionRecords {
  private ExecutionRecords() {}

  public static ExecutionRecord of(Execution execution) {
    return execution.internal();
  }
}
