package io.stepunit;

import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.mock.MockRegistry;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.recording.Differences;
import io.stepunit.internal.recording.RecordedCase;
import io.stepunit.internal.recording.RecordedCase.Stop;
import io.stepunit.internal.recording.RecordedTasks;
import io.stepunit.internal.recording.ReplayComparison;
import io.stepunit.recording.Comparison;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import io.stepunit.recording.Replay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs a machine as a recording has it, and compares. */
final class Replayer {
  /** How long a replay waits, in virtual time, for the moment at which an execution was stopped. */
  private static final Duration LONGEST_WAIT_FOR_STOP = Duration.ofDays(1);

  private static final Duration STEP_TO_STOP = Duration.ofSeconds(1);

  private final RecordedCase recorded;

  Replayer(RecordedCase recorded) {
    this.recorded = recorded;
  }

  Replay run(TestStateMachine machine) {
    RecordedTasks tasks =
        new RecordedTasks(
            recorded,
            CompiledDefinition.of(machine.definition()),
            MockRegistry.of(machine.mocks())::dispatch);
    RunningExecution running =
        machine.start(recorded.input(), recorded.executionName().orElse(null), tasks);
    List<Difference> differences = new ArrayList<>();
    try {
      drive(running);
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
        new ReplayComparison(recorded, machine.name(), machine.arn())
            .differences(execution, tasks.tokens()));
    return new Replay(execution, new Comparison(differences));
  }

  private static boolean isOfTheReplay(Throwable thrown, RecordedTasks tasks) {
    return thrown instanceof StuckExecutionError || !tasks.unrecorded().isEmpty();
  }

  private void drive(RunningExecution running) {
    if (recorded.stop().isPresent()) {
      stop(running, recorded.stop().get());
    } else if (recorded.isBeginning()) {
      running.advance(recorded.length());
    } else {
      running.finish();
    }
  }

  /** Without a recorded time: stops when as many events have happened as when it was recorded. */
  private void stop(RunningExecution running, Stop stop) {
    running.advance(stop.after().orElse(Duration.ZERO));
    int before = recorded.events().size() - 1;
    Duration waited = stop.after().isPresent() ? LONGEST_WAIT_FOR_STOP : Duration.ZERO;
    while (waited.compareTo(LONGEST_WAIT_FOR_STOP) < 0
        && running.status() == ExecutionStatus.RUNNING
        && running.snapshot().events().size() < before) {
      running.advance(STEP_TO_STOP);
      waited = waited.plus(STEP_TO_STOP);
    }
    if (running.status() == ExecutionStatus.RUNNING) {
      apply(stop, running);
    }
  }

  private static void apply(Stop stop, RunningExecution running) {
    if (stop.error().isEmpty() && stop.cause().isEmpty()) {
      running.stop();
    } else {
      running.stop(stop.error().orElse(""), stop.cause().orElse(""));
    }
  }
}
