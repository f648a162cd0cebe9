package io.stepunit;

import io.stepunit.bucket.StoredObject;
import io.stepunit.internal.mock.MockRegistry;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.recording.Differences;
import io.stepunit.internal.recording.RecordedCase;
import io.stepunit.internal.recording.RecordedTasks;
import io.stepunit.internal.recording.ReplayComparison;
import io.stepunit.recording.Comparison;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import io.stepunit.recording.Replay;
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

  Replay run(TestStateMachine machine) {
    Simulation simulation = machine.environment().simulation();
    RecordedTasks tasks =
        new RecordedTasks(
            recorded,
            CompiledDefinition.of(machine.definition()),
            MockRegistry.of(machine.mocks())::dispatch);
    RunningExecution running =
        machine.start(recorded.input(), recorded.executionName().orElse(null), tasks);
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
