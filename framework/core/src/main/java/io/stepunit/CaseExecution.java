package io.stepunit;

import io.stepunit.budget.InterruptedWorkError;
import io.stepunit.fault.FaultDeclaration;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.fault.MachineFaults;
import io.stepunit.internal.property.Case;
import io.stepunit.internal.property.CaseRun;
import io.stepunit.internal.report.RecordedWorld;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a case in its environment. */
final class CaseExecution {
  private static final String ORIGIN = "the search for a counterexample";
  private static final String CAUSE = "Injected to find a counterexample.";

  /** Names are data, too: the same in all cases. */
  private static final String NAME = "case";

  private final Case given;
  private final RecordedWorld world;
  private final TestStateMachine machine;
  private final Map<Fault, Integer> fired = new LinkedHashMap<>();
  private boolean redriven;

  /**
   * @param world the environment of the case
   * @param machine the machine in it
   */
  CaseExecution(Case given, RecordedWorld world, TestStateMachine machine) {
    this.given = given;
    this.world = world;
    this.machine = machine;
  }

  /** What came of it; empty if no execution can be started like that. */
  Optional<CaseRun> run(Interleaving order, CaseAnswers answers) {
    MachineFaults faults = MachineFaults.of(machine.faults());
    given.faults().forEach(fault -> faults.declare(fault, ORIGIN, CAUSE));
    Optional<Throwable> aborted = Optional.empty();
    try {
      answers.declare();
      ExecutionRun first = machine.begin(given.input(), NAME, false);
      aborted = abortedIn(() -> run(first, faults));
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
    if (fired.isEmpty()) {
      count(faults);
    }
    return Optional.of(
        new CaseRun(
            given, world, machine, aborted, order, answers.log(), Map.copyOf(fired), redriven));
  }

  private static Optional<Throwable> abortedIn(Runnable work) {
    try {
      work.run();
      return Optional.empty();
    } catch (InterruptedWorkError e) {
      throw e;
    } catch (RuntimeException | AssertionError e) {
      return Optional.of(e);
    }
  }

  private void run(ExecutionRun first, MachineFaults faults) {
    switch (given.repeat()) {
      case ONCE -> toTheEnd(first);
      case TWICE -> {
        toTheEnd(first);
        toTheEnd(machine.again(first));
      }
      case TWICE_AT_ONCE -> {
        ExecutionRun second = machine.again(first);
        toTheEnd(first);
        toTheEnd(second);
      }
      case REDRIVEN -> {
        toTheEnd(first);
        redrive(first, faults);
      }
    }
  }

  /** One that waits for ever is left as it is. */
  private void toTheEnd(ExecutionRun run) {
    engine().runUntil(run::isEnded);
  }

  private void redrive(ExecutionRun run, MachineFaults faults) {
    if (run.isEnded() && run.whyNotRedrivable().isEmpty()) {
      count(faults);
      faults.lift();
      redriven = true;
      engine().redrive(run);
      toTheEnd(run);
    }
  }

  private void count(MachineFaults faults) {
    List<FaultDeclaration> declarations = faults.declarations();
    for (int i = 0; i < given.faults().size(); i++) {
      fired.put(given.faults().get(i), declarations.get(i).fired());
    }
  }

  private Engine engine() {
    return machine.simulation().engine();
  }
}
