package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.equivalence.Equivalence;
import io.stepunit.equivalence.EquivalenceOptions;
import io.stepunit.internal.equivalence.EquivalenceSearch;
import io.stepunit.internal.equivalence.RecordedInput;
import io.stepunit.internal.explore.AutomaticAnswers;
import io.stepunit.internal.mock.MockRegistry;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.mock.UnmockedTaskError;
import java.util.List;
import java.util.Optional;

/** Compares machines with an original. */
final class MachineComparison {
  private final TestStateMachine original;
  private final EquivalenceOptions options;

  MachineComparison(TestStateMachine original, EquivalenceOptions options) {
    this.original = original;
    this.options = options;
  }

  Equivalence with(TestStateMachine now) {
    Simulation simulation = original.simulation();
    EquivalenceSearch search =
        new EquivalenceSearch(
            original.machine(),
            now.machine(),
            options,
            simulation.settings(),
            simulation.now(),
            simulation.engine().buckets(),
            this::mocksBefore);
    List<JsonNode> inputs =
        options.inputs().stream()
            .map(input -> simulation.json().read(input, "An input to compare machines by"))
            .toList();
    List<RecordedInput> recorded = options.recordings().stream().map(this::recorded).toList();
    return simulation.alone(() -> search.search(recorded, inputs));
  }

  private RecordedInput recorded(Recording recording) {
    return new RecordedInput(
        recording.input(),
        () ->
            recording.tasks(
                original.machine().definition(), new AutomaticAnswers(original.definition())));
  }

  private TaskDispatcher mocksBefore(TaskDispatcher automatic) {
    MockRegistry mocks = MockRegistry.of(original.mocks());
    return new TaskDispatcher() {
      @Override
      public AttemptReply dispatch(AttemptRequest request) {
        try {
          return mocks.dispatch(request);
        } catch (UnmockedTaskError e) {
          return automatic.dispatch(request);
        }
      }

      @Override
      public Optional<String> answererOf(AttemptRequest request) {
        return mocks.answererOf(request);
      }
    };
  }
}
