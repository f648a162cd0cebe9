package io.stepunit.fuzz;

import io.stepunit.EnvironmentBuilder;
import io.stepunit.Execution;
import io.stepunit.Interleaving;
import io.stepunit.MockValidation;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.StuckExecutionError;
import io.stepunit.TestStateMachine;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.budget.ExceededBudgetError;
import io.stepunit.budget.WorkBudget;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateType;
import io.stepunit.load.DefinitionLoader;
import io.stepunit.mock.AnswerSequence;
import io.stepunit.mock.MockAnswerError;
import io.stepunit.mock.TaskMock;
import io.stepunit.mock.UnmockedTaskError;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Runs cases; what a case may end in is documented, and everything else is a finding. */
final class FuzzedRun {
  /** The machine does not load. */
  static final String REFUSED = "refused";

  /** One of so many executions is looked at closely, and run a second time. */
  private static final int COMPARED = 16;

  private static final int ANSWERS = 4;

  private static final List<String> ERRORS =
      List.of("States.TaskFailed", "States.Timeout", "Lambda.Unknown", "E", "", "States.Runtime");

  private @Nullable String loadedText;
  private @Nullable StateMachineDefinition loaded;
  private @Nullable InvalidDefinitionException refused;

  /** What a case ended in, if it is documented: {@code SUCCEEDED}, {@code refused}. */
  String outcome(FuzzCase fuzzed) {
    try {
      Execution execution = run(fuzzed);
      if (fuzzed.number() % COMPARED == 0) {
        check(execution, run(fuzzed));
      }
      return execution.status().name();
    } catch (InvalidDefinitionException e) {
      return REFUSED;
    } catch (ExceededBudgetError e) {
      return e.budget().name();
    } catch (StuckExecutionError | UnmockedTaskError | MockAnswerError | StepFunctionsException e) {
      return e.getClass().getSimpleName();
    }
  }

  /** What can be asked of an execution has an answer, and a second run gives the same. */
  private static void check(Execution execution, Execution again) {
    String history = execution.historyJson();
    Json.parse(history);
    execution.timeline().lines();
    execution.visits();
    execution.calls();
    if (!again.historyJson().equals(history)) {
      throw new IllegalStateException("A second run gave another history");
    }
  }

  private Execution run(FuzzCase fuzzed) {
    StateMachineDefinition definition = load(fuzzed.definition());
    EnvironmentBuilder builder =
        StepFunctionsEnvironment.builder()
            .mockValidation(MockValidation.NONE)
            .budget(WorkBudget.HISTORY_EVENTS, 3_000)
            .budget(WorkBudget.STEPS, 20_000)
            .budget(WorkBudget.STARTED_EXECUTIONS, 100)
            .budget(WorkBudget.CHAINED_EXECUTIONS, 30)
            .budget(WorkBudget.PATH_VALUES, 100_000)
            .budget(WorkBudget.OUTPUT_BYTES, 10_000_000);
    if (fuzzed.interleaving() != 0) {
      builder.interleaving(Interleaving.ofSeed(fuzzed.interleaving()));
    }
    TestStateMachine machine = builder.build().register("fuzzed", definition, fuzzed.type());
    answer(machine, fuzzed.answers());
    return machine.run(fuzzed.input());
  }

  /** Cases in a row have the same machine. */
  private StateMachineDefinition load(String text) {
    if (!text.equals(loadedText)) {
      loadedText = text;
      loaded = null;
      refused = null;
      try {
        loaded = DefinitionLoader.fromText("fuzzed.json", text);
      } catch (InvalidDefinitionException e) {
        refused = e;
      }
    }
    if (refused != null) {
      throw refused;
    }
    return Objects.requireNonNull(loaded);
  }

  private static void answer(TestStateMachine machine, long seed) {
    machine.mocks().automatic();
    if (seed == 0) {
      return;
    }
    CompiledDefinition.of(machine.definition())
        .graph()
        .all()
        .filter(state -> state.type() == StateType.TASK)
        .map(State::name)
        .distinct()
        .filter(state -> (state.hashCode() + seed) % 3 != 0)
        .forEach(state -> answer(machine.mock(state), new Random(seed + state.hashCode())));
  }

  /** Values and not code, which would need a watchdog each time. */
  private static void answer(TaskMock mock, Random random) {
    AnswerSequence answers = answer(mock, random, new Values(random));
    for (int i = random.nextInt(ANSWERS); i > 0; i--) {
      answers = answer(answers.then(), random, new Values(random));
    }
  }

  private static AnswerSequence answer(TaskMock mock, Random random, Values values) {
    AnswerSequence answer =
        random.nextInt(4) == 0
            ? mock.fails(ERRORS.get(random.nextInt(ERRORS.size())), "made up")
            : mock.returns(values.any());
    return random.nextBoolean() ? answer : answer.taking(Duration.ofSeconds(random.nextInt(90)));
  }
}
