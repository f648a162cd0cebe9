package io.stepunit.internal.property;

import io.stepunit.Execution;
import io.stepunit.history.ExecutionStatus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A case that was run and judged. */
record Trial(CaseRun run, Judgement judgement) {
  Case given() {
    return run.given();
  }

  boolean fails() {
    return judgement.failure().isPresent();
  }

  Optional<Execution> execution() {
    List<Execution> all = run.machine().executions();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** The Tasks that were called. */
  Set<String> called() {
    Set<String> tasks = new LinkedHashSet<>();
    execution()
        .ifPresent(
            run -> {
              note(run, tasks);
              run.mapRuns().stream()
                  .flatMap(mapRun -> mapRun.children().stream())
                  .forEach(child -> note(child, tasks));
            });
    return tasks;
  }

  private static void note(Execution run, Set<String> tasks) {
    run.calls().forEach(call -> tasks.add(call.state()));
  }

  /** Whether the execution failed, so that it can be redriven. */
  boolean isFailed() {
    return execution()
        .filter(it -> it.status() != ExecutionStatus.SUCCEEDED)
        .filter(it -> it.status() != ExecutionStatus.RUNNING)
        .isPresent();
  }

  /** Whether another one fails in the same way, at the same end of the execution. */
  boolean isLike(Trial other) {
    return fails()
        && other.fails()
        && judgement.failure().get().kind().equals(other.judgement.failure().get().kind())
        && end().equals(other.end());
  }

  private String end() {
    return execution().map(it -> it.status() + it.error().orElse("")).orElse("");
  }
}
