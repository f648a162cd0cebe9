package io.stepunit.internal.report;

import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.history.ExecutionRecord;
import java.util.List;

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

  /** Who answered its Tasks. */
  AnswerLog answers() {
    return world.answers();
  }

  /** What the children of its Map Runs reached that are not kept. */
  Hits forgotten() {
    return world.forgottenOf(run);
  }

  /** The executions that its Tasks have started. */
  List<ExecutionRun> children() {
    return world.children(run);
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
