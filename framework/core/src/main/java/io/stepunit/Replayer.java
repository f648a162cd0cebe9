package io.stepunit;

import io.stepunit.bucket.StoredObject;
import io.stepunit.internal.mock.MockRegistry;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.recording.Differences;
import io.stepunit.internal.recording.RecordedCase;
import io.stepunit.internal.recording.RecordedTasks;
import io.stepunit.internal.recording.ReplayComparison;
import io.stepunit.internal.recording.ReplayVerdicts;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.mock.UnmockedTaskError;
import io.stepunit.recording.Comparison;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import io.stepunit.recording.Replay;
import io.stepunit.recording.ReplayedExecution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs a machine as a recording has it, and compares. */
final class Replayer {
  private final RecordedCase recorded;

  Replayer(RecordedCase recorded) {
    this.recorded = recorded;
  }

  /** The mocks of the machine are asked for the Tasks in child executions only. */
  Replay run(TestStateMachine machine) {
    RecordedTasks tasks = tasks(machine, MockRegistry.of(machine.mocks())::dispatch);
    return run(machine, tasks, tasks);
  }

  /**
   * Also lets mocks answer what the recording does not tell.
   *
   * @param mocks throw an {@link UnmockedTaskError} where there is none
   */
  ReplayedExecution verdict(TestStateMachine machine, TaskDispatcher mocks) {
    RecordedTasks tasks = tasks(machine, mocks);
    Replay replay = run(machine, tasks, tasks.or(request -> mocked(request, tasks, mocks)));
    return ReplayVerdicts.of(recorded, replay, tasks.unrecorded().stream().findFirst());
  }

  private static AttemptReply mocked(
      AttemptRequest request, RecordedTasks tasks, TaskDispatcher mocks) {
    try {
      return mocks.dispatch(request);
    } catch (UnmockedTaskError e) {
      throw tasks.unrecorded(request);
    }
  }

  private RecordedTasks tasks(TestStateMachine machine, TaskDispatcher mocks) {
    return new RecordedTasks(recorded, CompiledDefinition.of(machine.definition()), mocks);
  }

  private Replay run(TestStateMachine machine, RecordedTasks tasks, TaskDispatcher answers) {
    Simulation simulation = machine.environment().simulation();
    RunningExecution running =
        machine.start(recorded.input(), recorded.executionName().orElse(null), answers);
    List<Difference> differences = new ArrayList<>();
    try {
      new RecordedCourse(recorded, simulation, running).run();
    } catch (RuntimeException | AssertionError e) {
      if (!isOfTheReplay(e, tasks)) {
        throw e;
      }
      // What came after a recording that stops in the midst is not known.
      if (!recorded.isBeginning()) {
        differences.add(
            Differences.ofExecution(
                Level.UNRECORDED, "", "the execution went on", String.valueOf(e.getMessage())));
      }
    }
    Execution execution = running.snapshot();
    differences.addAll(
        new ReplayComparison(recorded, machine.arn(), timesOfObjects(simulation))
            .differences(execution, tasks.tokens()));
    return new Replay(execution, new Comparison(differences));
  }

  private static boolean isOfTheReplay(Throwable thrown, RecordedTasks tasks) {
    return thrown instanceof StuckExecutionError || !tasks.unrecorded().isEmpty();
  }

  private static Set<Instant> timesOfObjects(Simulation simulation) {
    return simulation.engine().buckets().all().stream()
        .flatMap(bucket -> bucket.objects().stream())
        .map(StoredObject::lastModified)
        .collect(Collectors.toSet());
  }
}
