package io.stepunit.internal.client;

import io.stepunit.StuckExecutionError;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import java.util.List;

/** Tells a caller who asks for ever the same that nothing can happen, and what is waited for. */
final class Standstill {
  private static final int SHOWN = 10;

  private final Engine engine;
  private final Pace pace;

  Standstill(Engine engine, Pace pace) {
    this.engine = engine;
    this.pace = pace;
  }

  /**
   * @param call what is asked: {@code DescribeExecution}
   * @param times how many times in a row the same was told
   */
  StuckExecutionError error(String call, int times) {
    List<ExecutionRun> running =
        engine.executions().stream()
            .filter(run -> !run.isEnded() && run.abandonedBy() == null)
            .toList();
    StringBuilder text = new StringBuilder();
    text.append(call)
        .append(" has told the same ")
        .append(times)
        .append(" times in a row, and nothing can happen in between.\n");
    if (running.isEmpty()) {
      text.append("  No execution runs.\n");
    }
    running.stream().limit(SHOWN).forEach(run -> add(text, run));
    if (running.size() > SHOWN) {
      text.append("  … and ").append(running.size() - SHOWN).append(" more executions\n");
    }
    return new StuckExecutionError(text.append(hint()).toString());
  }

  private static void add(StringBuilder text, ExecutionRun run) {
    text.append("  Execution '%s' of '%s':%n".formatted(run.name(), run.machine().name()));
    run.waitsFor().forEach(line -> text.append("    ").append(line).append('\n'));
  }

  private String hint() {
    return engine.isInEvent()
        ? "No time passes while a Task waits for its answer: an answer or a handler cannot wait for an execution."
        : pace.standstill();
  }

  /** The error for a caller who waits for an execution that the test was aborted in. */
  static StuckExecutionError abandoned(ExecutionRun run, Throwable reason) {
    StuckExecutionError error =
        new StuckExecutionError(
            "Execution '%s' was abandoned when the test was aborted: %s"
                .formatted(run.name(), reason));
    error.initCause(reason);
    return error;
  }
}
