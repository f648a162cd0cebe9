package io.stepunit;

import io.stepunit.api.StepFunctionsApi;
import io.stepunit.internal.api.Executions;
import io.stepunit.internal.api.Machines;
import io.stepunit.internal.api.SimulatedApi;
import io.stepunit.internal.client.ClientCalls;
import io.stepunit.internal.client.EnvironmentLock;
import io.stepunit.internal.client.SharedApi;
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
import io.stepunit.internal.sfn.SfnClients;
import io.stepunit.internal.spi.SimulatedService;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.table.SimulatedTables;
import io.stepunit.internal.teststate.TestState;
import io.stepunit.internal.time.Scheduler;
import io.stepunit.internal.time.TimeRange;
import io.stepunit.internal.wire.AwsJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the handles of one environment share: the engine and what is registered with it. */
final class Simulation {
  private final Engine engine;
  private final UserJson json;
  private final Machines machines = new Machines();
  private final Executions executions;
  private final SimulatedApi api;
  private final SimulatedTables tables;
  private final SimulatedService services;
  private final EffectLog effects = new EffectLog();
  private final ThrownLog thrown = new ThrownLog();
  private final AnswerErrors answerErrors = new AnswerErrors();
  private final EnvironmentLock lock;
  private final ClientTime clientTime;
  private final OpenEndpoints endpoints = new OpenEndpoints(this);
  private AnswerListener answers = AnswerListener.NONE;

  /** Made when the first is asked for: most tests call none. */
  private @Nullable ClientCalls clientCalls;

  private @Nullable SfnClients clients;

  /**
   * @param json reads users' values
   * @param lock lets one thread at a time in
   * @param clientTime what calls of clients do to virtual time
   */
  Simulation(Engine engine, UserJson json, EnvironmentLock lock, ClientTime clientTime) {
    this.engine = engine;
    this.json = json;
    this.lock = lock;
    this.clientTime = clientTime;
    engine.whenLetGo(effects::forget);
    this.executions = new Executions(engine);
    this.api = new SimulatedApi(engine, machines, executions, json, this::execution);
    this.tables = new SimulatedTables(json, engine.clock(), lock);
    this.services = api.tasks().or(tables.tasks());
  }

  /**
   * What happens from now on is recorded.
   *
   * @param contracts whether contracts are to be made of what mocks assume
   */
  RecordedWorld recorded(StepFunctionsEnvironment environment, boolean contracts) {
    AnswerLog log = new AnswerLog(contracts);
    answers = log;
    engine.whenLetGo(log::forget);
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

  /** The API for the test, whose threads take turns. */
  StepFunctionsApi openApi() {
    return new SharedApi(api, lock);
  }

  /** Lets one thread at a time into the environment. */
  EnvironmentLock lock() {
    return lock;
  }

  /** The test has ended: nobody comes in from outside any more. */
  void close() {
    endpoints.close();
    alone(
        () -> {
          if (clientCalls != null) {
            clientCalls.close();
          }
        });
  }

  /** The way in for calls from outside. */
  ClientCalls clientCalls() {
    return read(
        () -> {
          ClientCalls calls = clientCalls;
          if (calls == null) {
            calls = new ClientCalls(engine, api, executions, lock, clientTime, answerErrors::add);
            clientCalls = calls;
          }
          return calls;
        });
  }

  /** What answers clients, by the service's protocol. */
  AwsJson wire() {
    return new AwsJson(new OutsideCalls(clientCalls(), answerErrors));
  }

  /** The clients of the AWS SDK that code under test is given. */
  SfnClients clients() {
    return read(
        () -> {
          SfnClients made = clients;
          if (made == null) {
            made = new SfnClients(wire(), engine.settings().region());
            clients = made;
          }
          return made;
        });
  }

  SimulatedTables tables() {
    return tables;
  }

  /** What answers Tasks that no mock answers. */
  SimulatedService services() {
    return services;
  }

  /** Where clients outside this JVM connect. */
  OpenEndpoints endpoints() {
    return endpoints;
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
    return read(() -> engine.executions().stream().map(ExecutionRun::snapshot).toList());
  }

  /** Does something for the test while no other thread is in the environment. */
  <T extends @Nullable Object> T alone(Supplier<T> work) {
    return lock.forTest(work);
  }

  /** Does something for the test while no other thread is in the environment. */
  void alone(Runnable work) {
    lock.forTest(work);
  }

  /** Looks at something while no other thread is in the environment. */
  <T extends @Nullable Object> T read(Supplier<T> work) {
    return lock.read(work);
  }

  Instant now() {
    return read(engine.clock()::instant);
  }

  /** When something is due next; empty if nothing is. */
  Optional<Instant> nextInstant() {
    return read(() -> engine.next().map(Scheduler.Next::at));
  }

  /** Moves to when something is due next, and runs it; false if nothing is. */
  boolean step() {
    return alone(engine::runNextInstant);
  }

  void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("Virtual time only moves forward, asked for " + duration);
    }
    TimeRange.checked(duration, "The duration");
    alone(() -> advance(now().plus(duration)));
  }

  void advanceTo(Instant instant) {
    alone(
        () -> {
          if (instant.isBefore(now())) {
            throw new IllegalArgumentException(
                "Virtual time only moves forward: it is " + now() + ", asked for " + instant);
          }
          advance(TimeRange.checked(instant, "The instant"));
        });
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
