package io.stepunit;

import io.stepunit.budget.WorkBudget;
import io.stepunit.internal.budget.Interrupts;
import io.stepunit.internal.engine.EngineSettings;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.explore.Samples;
import io.stepunit.internal.fault.MachineFaults;
import io.stepunit.internal.mock.MockRegistry;
import io.stepunit.internal.property.Case;
import io.stepunit.internal.property.CaseRun;
import io.stepunit.internal.rehearsal.CallsByPlace;
import io.stepunit.internal.report.CurrentTest;
import io.stepunit.internal.report.RecordedWorld;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs cases, each in an environment that is like that of the test: with its machines, mocks,
 * faults, tables and objects, and without its executions. What no mock answers is answered as the
 * case says.
 */
final class CaseWorlds {
  /** A loop that goes on for longer says nothing new. */
  private static final int EVENTS = 5_000;

  /** No virtual time passes in a loop of an Express execution, so that only this ends it. */
  private static final int ALL_EVENTS = 100_000;

  /** So many paths are more than anybody looks at. */
  private static final int RECORDED = 200;

  private final TestStateMachine original;
  private final EngineSettings settings;
  private final Map<String, Samples> samples = new HashMap<>();
  private final Set<List<String>> paths = new HashSet<>();
  private int runs;

  CaseWorlds(TestStateMachine original) {
    this.original = original;
    EngineSettings test = original.simulation().settings();
    EngineLimits limits = test.limits();
    this.settings =
        new EngineSettings(
            test.region(),
            test.accountId(),
            test.seed(),
            new EngineLimits(
                Math.min(EVENTS, limits.historyEvents()),
                limits.payloadBytes(),
                limits.variablesBytes(),
                limits.standardTime(),
                limits.expressTime(),
                limits.inlineConcurrency()),
            test.childRetention(),
            test.budgets().with(WorkBudget.HISTORY_EVENTS, ALL_EVENTS));
  }

  /** What came of a case; empty if it cannot be started. */
  Optional<CaseRun> run(Case given) {
    Interrupts.check();
    runs++;
    Interleaving order = Interleaving.named(given.order());
    StepFunctionsEnvironment environment =
        original.environment().like(settings, Optional.of(order));
    Simulation simulation = environment.simulation();
    given
        .objects()
        .forEach(object -> environment.bucket(object.bucket()).put(object.key(), object.content()));
    simulation.engine().buckets().copyAll(original.simulation().engine().buckets());
    simulation.tables().copyAll(original.simulation().tables());
    CaseAnswers answers =
        new CaseAnswers(
            given,
            environment.mocks(original.machine(), original.name()),
            samplesOf(original).answers(given.variation()));
    for (TestStateMachine each : original.environment().machines()) {
      TaskDispatcher unmocked =
          each == original ? answers : new CallsByPlace(samplesOf(each).answers(given.variation()));
      environment.add(each.machine(), tasks(each, simulation, unmocked, given.answers().isEmpty()));
    }
    simulation.machines().bindLike(original.simulation().machines());
    TestStateMachine machine = environment.machine(original.name());
    RecordedWorld recorded = simulation.recorded(environment, false);
    Optional<CaseRun> run = new CaseExecution(given, recorded, machine).run(order, answers);
    record(recorded, machine);
    return run;
  }

  private Samples samplesOf(TestStateMachine machine) {
    return samples.computeIfAbsent(
        machine.arn(), arn -> Samples.of(machine.machine().definition().graph()));
  }

  private MachineTasks tasks(
      TestStateMachine of, Simulation simulation, TaskDispatcher unmocked, boolean isMadeUp) {
    MachineFaults faults = MachineFaults.of(of.faults());
    return new MachineTasks(
        simulation,
        MockRegistry.of(of.mocks()),
        UnmockedTasks.answeredBy(unmocked),
        tasks -> new CountedCalls(faults.around(tasks), runs, isMadeUp));
  }

  /**
   * The first of each path counts in the coverage and the report: all of them would be too many.
   */
  private void record(RecordedWorld world, TestStateMachine machine) {
    boolean isNew =
        machine.executions().stream().map(Execution::path).filter(paths::add).count() > 0;
    if (isNew && paths.size() <= RECORDED) {
      CurrentTest.recording().ifPresent(test -> test.add(world));
    }
  }
}
