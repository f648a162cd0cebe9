package io.stepunit;

import io.stepunit.internal.api.Executions;
import io.stepunit.internal.api.Machines;
import io.stepunit.internal.api.SimulatedApi;
import io.stepunit.internal.codec.UserJson;
import io.stepunit.internal.effect.EffectLog;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.EngineSettings;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.mock.AnswerListener;
import io.stepunit.internal.mock.ThrownLog;
import io.stepunit.internal.model.State;
import io.stepunit.internal.report.AnswerLog;
import io.stepunit.internal.report.RecordedWorld;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.teststate.TestState;
import io.stepunit.internal.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the handles of one environment share: the engine and what is registered with it. */
final class Simulation {
  private final Engine engine;
  private final UserJson json;
  private final Machines machines = new Machines();
  private final Executions executions;
  private final SimulatedApi api;
  private final EffectLog effects = new EffectLog();
  private final ThrownLog thrown = new ThrownLog();
  private final AnswerErrors answerErrors = new AnswerErrors();
  private AnswerListener answers = AnswerListener.NONE;

  /**
   * @param json reads users' values
   */
  Simulation(Engine engine, UserJson json) {
    this.engine = engine;
    this.json = json;
    engine.whenLetGo(effects::forget);
    this.executions = new Executions(engine);
    this.api = new SimulatedApi(engine, machines, executions, json, this::execution);
  }

  /** What happens from now on is recorded. */
  RecordedWorld recorded(StepFunctionsEnvironment environment) {
    AnswerLog log = new AnswerLog();
    answers = log;
    return new RecordedWorld(environment, engine, executions, log);
  }

  /** Is told which mock answers a Task. */
  AnswerListener answers() {
    return answers;
  }

  Engine engine() {
    return engine;
  }

  EngineSettings settings() {
    return engine.settings();
  }

  UserJson json() {
    return json;
  }

  /** The machines by what definitions call them. */
  Machines machines() {
    return machines;
  }

  /** The executions by their ARNs. */
  Executions executions() {
    return executions;
  }

  SimulatedApi api() {
    return api;
  }

  EffectLog effects() {
    return effects;
  }

  AnswerErrors answerErrors() {
    return answerErrors;
  }

  /** What users' code threw while it answered Tasks. */
  ThrownLog thrown() {
    return thrown;
  }

  /** An execution as users see it. */
  Execution execution(ExecutionRecord execution) {
    return new Execution(execution, thrown);
  }

  /** All executions so far as they stand now, in the order of their start. */
  List<ExecutionRecord> snapshots() {
    return engine.executions().stream().map(ExecutionRun::snapshot).toList();
  }

  Instant now() {
    return engine.clock().instant();
  }

  void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("Virtual time only moves forward, asked for " + duration);
    }
    advance(now().plus(TimeRange.checked(duration, "The duration")));
  }

  void advanceTo(Instant instant) {
    if (instant.isBefore(now())) {
      throw new IllegalArgumentException(
          "Virtual time only moves forward: it is " + now() + ", asked for " + instant);
    }
    advance(TimeRange.checked(instant, "The instant"));
  }

  private void advance(Instant instant) {
    engine.advanceTo(instant);
  }

  /** Runs all that is due at the present instant. */
  void runPresent() {
    engine.advanceTo(now());
  }

  /**
   * A test of one state.
   *
   * @param tasks who answers it, if it is a Task
   */
  StateTester tester(State state, TaskDispatcher tasks) {
    return new StateTester(new TestState(settings(), engine.clock(), tasks), json, state);
  }
}
