package io.stepunit.internal.recipe;

import io.stepunit.Fault;
import io.stepunit.effect.Effects;
import io.stepunit.internal.effect.EffectLog;
import io.stepunit.internal.fault.MachineFaults;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.mock.MockRegistry;
import io.stepunit.internal.rehearsal.Answer;
import io.stepunit.internal.rehearsal.Rehearsal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An execution with a fault, as a fault matrix runs it.
 *
 * @param fault what went wrong
 * @param execution what came of it; empty if it does not end
 * @param effects what its Tasks did
 */
record FaultRun(Fault fault, Optional<ExecutionRecord> execution, Effects effects) {
  private static final long SEED = 42;
  private static final String ORIGIN = "@FaultMatrix";

  /**
   * Runs the input of a recipe.
   *
   * @param answers those of all Tasks, which mocks accept
   */
  static FaultRun of(
      Fault fault, Recipe recipe, Map<String, List<Answer>> answers, Rehearsal rehearsal) {
    MockRegistry mocks = rehearsal.mocks(answers).orElseThrow();
    EffectLog log = new EffectLog();
    MachineFaults faults = new MachineFaults(mocks.targets(), SEED);
    faults.declare(fault, ORIGIN);
    return new FaultRun(
        fault,
        rehearsal.run(recipe.input(), recipe.objects(), faults.around(log.around(mocks::dispatch))),
        log.effects());
  }

  boolean calls(String task) {
    return execution.filter(run -> run.path().contains(task)).isPresent();
  }

  /** Whether it takes the same path to the same end. */
  boolean isLike(FaultRun other) {
    return execution.isPresent()
        && other.execution.isPresent()
        && execution.get().status() == other.execution.get().status()
        && execution.get().path().equals(other.execution.get().path())
        && execution
            .get()
            .description()
            .error()
            .equals(other.execution.get().description().error());
  }
}
