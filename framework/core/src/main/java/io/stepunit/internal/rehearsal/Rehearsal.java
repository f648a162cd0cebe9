package io.stepunit.internal.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.JacksonCodec;
import io.stepunit.MockValidation;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ChildRetention;
import io.stepunit.internal.budget.Interrupts;
import io.stepunit.internal.budget.WorkBudgets;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.EngineSettings;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.Part;
import io.stepunit.internal.engine.SimulatedMachine;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.explore.ReadObject;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.mock.MockRegistry;
import io.stepunit.internal.mock.ThrownLog;
import io.stepunit.internal.mock.Watchdog;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.target.DeclaredAt;
import io.stepunit.mock.MockDeclaration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs executions of one definition, each in a world of its own. */
public final class Rehearsal {
  /** A loop that goes on for longer is no test that anybody would read. */
  private static final int EVENTS = 2_500;

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final SimulatedMachine machine;
  private final Instant start;
  private final EngineSettings settings;
  private final JacksonCodec codec = new JacksonCodec();
  private final Watchdog watchdog = new Watchdog(Watchdog.DEFAULT_LIMIT);

  /** Executions that start at a time that says nothing. */
  public Rehearsal(CompiledDefinition definition, WorkflowType type) {
    this(definition, type, START);
  }

  /**
   * @param start the virtual time at which each execution starts
   */
  public Rehearsal(CompiledDefinition definition, WorkflowType type, Instant start) {
    this.start = start;
    EngineLimits aws = EngineLimits.AWS;
    this.settings =
        new EngineSettings(
            "us-east-1",
            "123456789012",
            42,
            new EngineLimits(
                EVENTS,
                aws.payloadBytes(),
                aws.variablesBytes(),
                aws.standardTime(),
                aws.expressTime(),
                aws.inlineConcurrency()),
            ChildRetention.all(),
            WorkBudgets.STANDARD);
    this.machine =
        new SimulatedMachine(
            "machine",
            settings.arn("states", "stateMachine:machine").toString(),
            settings.role("machine").toString(),
            definition,
            type);
  }

  /**
   * Runs an execution to its end.
   *
   * @param objects what there is for item readers
   * @return empty if it does not end, is too long, or cannot be run like this
   */
  public Optional<ExecutionRecord> run(
      JsonNode input, List<ReadObject> objects, TaskDispatcher tasks) {
    Interrupts.check();
    Engine engine = new Engine(settings, start);
    objects.forEach(
        object -> engine.buckets().bucket(object.bucket()).put(object.key(), object.content()));
    try {
      ExecutionRun run =
          engine.start(machine, Part.whole(machine), "recipe", input, tasks, false, false, null);
      boolean ends = engine.runUntil(run::isEnded);
      ExecutionRecord execution = run.snapshot();
      return ends && execution.events().size() < EVENTS ? Optional.of(execution) : Optional.empty();
    } catch (IllegalArgumentException | IllegalStateException | AssertionError e) {
      return Optional.empty();
    }
  }

  /**
   * Runs an execution whose Tasks are answered by mocks, as in a test, where each mock has to be
   * used.
   */
  public Optional<ExecutionRecord> replay(
      JsonNode input, List<ReadObject> objects, Map<String, List<Answer>> answers) {
    return mocks(answers)
        .flatMap(
            mocks ->
                run(input, objects, mocks::dispatch)
                    .filter(run -> mocks.declarations().stream().allMatch(MockDeclaration::used)));
  }

  /** Mocks of Tasks, as in a test; empty if one of them is refused there. */
  public Optional<MockRegistry> mocks(Map<String, List<Answer>> answers) {
    MockRegistry mocks =
        new MockRegistry(
            machine.name(),
            machine.definition(),
            codec,
            MockValidation.STRICT,
            watchdog,
            (shortest, longest) -> shortest,
            new ThrownLog());
    try {
      answers.forEach(
          (state, script) ->
              ScriptedMock.declare(mocks.mock(state, DeclaredAt.annotation("a recipe")), script));
      return Optional.of(mocks);
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }
}
