package io.stepunit.internal.report;

import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.history.ExecutionRecord;

/** An execution that a test started. */
final class RecordedRun {
  private final RecordedWorld world;
  private final ExecutionRun run;
  private final String id;
  private volatile boolean linked;

  RecordedRun(RecordedWorld world, ExecutionRun run, String id) {
    this.world = world;
    this.run = run;
    this.id = id;
  }

  RecordedWorld world() {
    return world;
  }

  ExecutionRun run() {
    return run;
  }

  String id() {
    return id;
  }

  /** A message links to it: it has to be in the report. */
  RecordedRun linked() {
    linked = true;
    return this;
  }

  boolean isLinked() {
    return linked;
  }

  /** Executions of several environments may have one ARN: they are told apart by their events. */
  boolean isOf(ExecutionRecord execution) {
    return run.arn().equals(execution.arn())
        && run.snapshot().events().get(0) == execution.events().get(0);
  }
}
