package io.stepunit.internal.report;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.internal.api.Executions;
import io.stepunit.internal.coverage.ForgottenChildren;
import io.stepunit.internal.coverage.Hits;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import java.util.List;

/** An environment whose executions are recorded. */
public final class RecordedWorld {
  private final StepFunctionsEnvironment environment;
  private final Engine engine;
  private final Executions executions;
  private final AnswerLog answers;
  private final ForgottenChildren forgotten = new ForgottenChildren();
  private int claimed;
  private long claimedAnswers;

  /**
   * @param answers who answered the Tasks
   */
  public RecordedWorld(
      StepFunctionsEnvironment environment,
      Engine engine,
      Executions executions,
      AnswerLog answers) {
    this.environment = environment;
    this.engine = engine;
    this.executions = executions;
    this.answers = answers;
    engine.whenForgotten(forgotten::add);
  }

  /** What the children of an execution's Map Runs reached that are not kept. */
  Hits forgottenOf(ExecutionRun run) {
    return forgotten.of(run.arn());
  }

  /** The executions that were started since this was last asked, in order. */
  synchronized List<ExecutionRun> unclaimed() {
    List<ExecutionRun> all = engine.executions();
    List<ExecutionRun> fresh = all.subList(claimed, all.size());
    claimed = all.size();
    return fresh;
  }

  /** All executions so far, in the order of their starts. */
  List<ExecutionRun> all() {
    return engine.executions();
  }

  /** How many attempts mocks have answered since this was last asked. */
  synchronized long unclaimedAnswers() {
    long fresh = answers.count() - claimedAnswers;
    claimedAnswers = answers.count();
    return fresh;
  }

  /** The calls that mocks have answered by themselves since this was last asked. */
  List<MockedCalls.Call> unclaimedMocked() {
    return answers.unclaimed();
  }

  /** The executions that Tasks of an execution have started. */
  List<ExecutionRun> children(ExecutionRun run) {
    return executions.children(run);
  }

  StepFunctionsEnvironment environment() {
    return environment;
  }

  AnswerLog answers() {
    return answers;
  }
}
