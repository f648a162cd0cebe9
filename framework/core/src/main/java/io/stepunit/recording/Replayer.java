package io.stepunit.recording;

import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StuckExecutionError;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.internal.mock.MockRegistry;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.recording.Difference.Level;
import io.stepunit.recording.RecordedCase.Order;
import io.stepunit.recording.RecordedCase.Stop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

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
      if (recorded.order() != Order.BEGINNING) {
        differences.add(
            Difference.ofExecution(
                Level.UNRECORDED, "", "the execution went on", String.valueOf(e.getMessage())));
      }
    }
    Execution execution = running.snapshot();
    differences.addAll(differences(machine, execution, tasks));
    return new Replay(execution, new Comparison(differences));
  }

  private static boolean isOfTheReplay(Throwable thrown, RecordedTasks tasks) {
    return thrown instanceof StuckExecutionError || !tasks.unrecorded().isEmpty();
  }

  private void drive(RunningExecution running) {
    if (recorded.stop().isPresent()) {
      stop(running, recorded.stop().get());
    } else if (recorded.order() == Order.BEGINNING) {
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
      stop.apply(running);
    }
  }

  private List<Difference> differences(
      TestStateMachine machine, Execution execution, RecordedTasks tasks) {
    List<RecordedEvent> found =
        AwsChanges.withCutsSorted(
            RecordedEvent.listOf(HistoryJson.tree(execution.events()).path("events")));
    List<RecordedEvent> events = AwsChanges.inTodaysForm(recorded.events(), recorded.recordedOn());
    ValueComparison values =
        new ValueComparison(
            new Placeholders(
                roles(recorded.events()),
                recorded.madeUp(),
                ofRun(machine, execution, found, tasks),
                withoutIds(events),
                withoutIds(found)),
            recorded.replaced());
    List<Difference> differences = recorded.outcome().differences(execution, values);
    if (!events.isEmpty()) {
      HistoryComparison comparison = new HistoryComparison(values);
      switch (recorded.order()) {
        case EXACT -> comparison.inOrder(events, found);
        case BY_BRANCH -> comparison.byBranch(events, found);
        case ERASED_IDS -> comparison.withErasedIds(events, found);
        case BEGINNING -> comparison.beginning(events, found);
      }
      differences.addAll(comparison.differences());
    }
    return differences;
  }

  /** The ids of events in texts, where they depend on how branches interleaved. */
  private UnaryOperator<String> withoutIds(List<RecordedEvent> history) {
    return switch (recorded.order()) {
      case EXACT, BEGINNING -> UnaryOperator.identity();
      case BY_BRANCH -> HistoryBranches.of(history)::withoutIds;
      case ERASED_IDS -> HistoryBranches.of(List.of())::withoutIds;
    };
  }

  /** The role of a machine, which its replay does not have. */
  private static Set<String> roles(List<RecordedEvent> events) {
    Set<String> roles = new TreeSet<>();
    if (!events.isEmpty()) {
      roles.add(events.get(0).details().path("roleArn").asText());
    }
    roles.remove("");
    return roles;
  }

  /** A case has placeholders for what AWS made up, a history has AWS's own texts. */
  private Set<String> ofRun(
      TestStateMachine machine,
      Execution execution,
      List<RecordedEvent> found,
      RecordedTasks tasks) {
    if (recorded.definition().isPresent()) {
      return Set.of();
    }
    Set<String> words = new TreeSet<>(tasks.tokens());
    words.addAll(roles(found));
    words.add(machine.arn());
    words.add(execution.arn());
    words.add(execution.name());
    // A bare name is too short a word to look for within texts, but for whole texts in JSON.
    words.add('"' + machine.name() + '"');
    return words;
  }
}
