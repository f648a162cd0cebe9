package io.stepunit;

import io.stepunit.api.StepFunctionsApi;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.LoadedMachine;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.asl.WorkflowType;
import io.stepunit.bucket.Bucket;
import io.stepunit.effect.Effects;
import io.stepunit.fault.FaultDeclaration;
import io.stepunit.fault.UnfiredFaultsError;
import io.stepunit.internal.api.Activities;
import io.stepunit.internal.client.EnvironmentLock;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.EngineSettings;
import io.stepunit.internal.engine.SimulatedMachine;
import io.stepunit.internal.library.Library;
import io.stepunit.internal.load.LoneState;
import io.stepunit.internal.mock.MockRegistry;
import io.stepunit.internal.mock.UnusedMocks;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.State;
import io.stepunit.internal.monitoring.MetricsReader;
import io.stepunit.internal.monitoring.StatusChange;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.text.Arn;
import io.stepunit.load.DefinitionLoader;
import io.stepunit.load.DefinitionSource;
import io.stepunit.mock.MockConfigFile;
import io.stepunit.mock.MockDeclaration;
import io.stepunit.mock.Outbox;
import io.stepunit.monitoring.Metrics;
import io.stepunit.monitoring.StatusChangeEvent;
import io.stepunit.table.Table;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.sfn.SfnAsyncClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * A simulated AWS account for one test: virtual clock, seed, state machines, executions and task
 * tokens.
 *
 * <p>Everything happens on the caller's thread, and the same definition, mocks and seed give the
 * same history. Several threads take turns, in an order that is theirs.
 *
 * <pre>{@code
 * StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
 * TestStateMachine order = env.load("order.asl.json");
 * order.mock("Charge").returns(Map.of("paid", true));
 * Execution run = order.run(Map.of("id", 7));
 * }</pre>
 *
 * @since 0.1.0
 */
public final class StepFunctionsEnvironment {
  /** The virtual time at which an environment starts by default. */
  public static final Instant DEFAULT_START = Instant.parse("2026-01-01T00:00:00Z");

  /** The default seed. */
  public static final long DEFAULT_SEED = 42;

  /** The default AWS region. */
  public static final String DEFAULT_REGION = "us-east-1";

  /** The default AWS account. */
  public static final String DEFAULT_ACCOUNT = "123456789012";

  /** What AWS calls a state that is tested by its definition alone. */
  private static final String LONE_STATE = "StateName";

  private final Simulation simulation;
  private final MockSettings mockSettings;
  private final DefinitionLoading loading;
  private final EnvironmentMachines machines;
  private final boolean lenient;
  private final Outbox outbox = new Outbox();

  StepFunctionsEnvironment(
      Simulation simulation,
      MockSettings mockSettings,
      DefinitionLoading loading,
      boolean lenient) {
    this.simulation = simulation;
    this.mockSettings = mockSettings;
    this.loading = loading;
    this.lenient = lenient;
    this.machines = new EnvironmentMachines(this, simulation, mockSettings, loading);
    simulation.api().machinesMadeBy(machines);
  }

  /** Creates an environment with the default settings. */
  public static StepFunctionsEnvironment create() {
    return builder().build();
  }

  /**
   * Returns a builder for an environment.
   *
   * @throws IllegalStateException if a library on the class path is older than StepUnit works with
   */
  public static EnvironmentBuilder builder() {
    Library.require(Library.JACKSON, Library.JSON_PATH);
    return new EnvironmentBuilder();
  }

  /**
   * Loads and registers a machine.
   *
   * @param resourceOrPath a class path resource, or else a file: a definition as JSON or YAML, by
   *     whose name the machine is named ({@code order.asl.json} makes {@code order}), or a template
   *     that holds one machine, which keeps its name and type; see {@link DefinitionSource}
   * @throws io.stepunit.asl.InvalidDefinitionException if it is no definition; tells each place
   */
  public TestStateMachine load(String resourceOrPath) {
    Objects.requireNonNull(resourceOrPath, "resourceOrPath");
    return load(DefinitionLoading.source(resourceOrPath));
  }

  /**
   * Loads and registers one of the machines of a template.
   *
   * <pre>{@code
   * TestStateMachine order = env.load("template.yaml", "OrderMachine");
   * }</pre>
   *
   * @param resourceOrPath a class path resource, or else a file
   * @param id the machine's id, as {@link DefinitionSource#id} takes it
   * @throws io.stepunit.asl.DefinitionNotFoundException if the template has no such machine; tells
   *     which it has
   */
  public TestStateMachine load(String resourceOrPath, String id) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(resourceOrPath, "resourceOrPath");
    return load(DefinitionLoading.source(resourceOrPath).id(id));
  }

  /**
   * Loads and registers a machine of a type.
   *
   * @param resourceOrPath a class path resource, or else a file, as {@link #load(String)} takes it
   * @param type what the machine is deployed as, whatever a template says
   * @throws io.stepunit.asl.InvalidDefinitionException if it is no definition, or none that the
   *     type can have; tells each place
   */
  public TestStateMachine load(String resourceOrPath, WorkflowType type) {
    Objects.requireNonNull(resourceOrPath, "resourceOrPath");
    Objects.requireNonNull(type, "type");
    return load(DefinitionLoading.source(resourceOrPath).type(type));
  }

  /** Loads and registers a machine from a file. */
  public TestStateMachine load(Path file) {
    return load(DefinitionSource.file(file));
  }

  /**
   * Loads and registers a machine from a source, which can select the machine, its type and the
   * values of placeholders. Its type is that of the source or the template, or else {@link
   * WorkflowType#STANDARD}. Templates are told the environment's region and account.
   *
   * <pre>{@code
   * env.load(DefinitionSource.file(template).id("OrderMachine").value("Stage", "test"));
   * }</pre>
   */
  public TestStateMachine load(DefinitionSource source) {
    Objects.requireNonNull(source, "source");
    EngineSettings settings = simulation.settings();
    LoadedMachine machine = loading.load(source.in(settings.region(), settings.accountId()));
    return register(
        machine.name(), machine.definition(), machine.type().orElse(WorkflowType.STANDARD));
  }

  /**
   * Registers a machine whose definition is given as text.
   *
   * @param name the machine's name
   * @param definition JSON or YAML
   */
  public TestStateMachine define(String name, String definition) {
    return define(name, definition, WorkflowType.STANDARD);
  }

  /**
   * Registers a machine of a type whose definition is given as text.
   *
   * <pre>{@code
   * TestStateMachine quote = env.define("quote", definition, WorkflowType.EXPRESS);
   * }</pre>
   *
   * @param name the machine's name
   * @param definition JSON or YAML
   */
  public TestStateMachine define(String name, String definition, WorkflowType type) {
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    return register(name, DefinitionLoader.fromText(name, definition, loading.validation()), type);
  }

  /** Registers a loaded machine under a name. */
  public TestStateMachine register(String name, StateMachineDefinition definition) {
    return register(name, definition, WorkflowType.STANDARD);
  }

  /**
   * Registers a loaded machine of a type under a name, or an ARN.
   *
   * @throws IllegalArgumentException if another machine is called so
   * @throws io.stepunit.asl.InvalidDefinitionException if the type is {@link WorkflowType#EXPRESS}
   *     and the definition waits for jobs, tokens or activities, or has a Distributed Map
   */
  public TestStateMachine register(
      String name, StateMachineDefinition definition, WorkflowType type) {
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    requireAllowed(definition, type);
    EngineSettings settings = simulation.settings();
    Arn arn = Arn.isArn(name) ? Arn.parse(name) : settings.arn("states", "stateMachine:" + name);
    return machines.add(
        new SimulatedMachine(
            arn.name(),
            arn.toString(),
            settings.role(arn.name()).toString(),
            CompiledDefinition.of(definition),
            type));
  }

  /** Registers a machine whose Tasks are answered so. */
  TestStateMachine add(SimulatedMachine machine, MachineTasks tasks) {
    return machines.add(machine, tasks);
  }

  /** Mocks of a machine that answer nothing yet. */
  MockRegistry mocks(SimulatedMachine machine, String name) {
    return machines.mocks(machine, name);
  }

  private static void requireAllowed(StateMachineDefinition definition, WorkflowType type) {
    List<Diagnostic> problems = definition.problemsAs(type);
    if (!problems.isEmpty()) {
      throw new InvalidDefinitionException(problems);
    }
  }

  /**
   * Tests one state given by its definition, as AWS's TestState does. Its transitions may lead to
   * states that are not there; messages and the context object call it {@code StateName}, as AWS
   * does.
   *
   * @param definition what stands under a state's name in {@code States}, JSON or YAML
   * @throws io.stepunit.asl.InvalidDefinitionException if it is no definition; tells each place
   */
  public StateTester state(String definition) {
    Objects.requireNonNull(definition, "definition");
    State state =
        LoneState.read(LONE_STATE, definition, loading.validation()).graph().state(LONE_STATE);
    return simulation.tester(state, this::answerLoneState);
  }

  private AttemptReply answerLoneState(AttemptRequest task) {
    return simulation
        .tables()
        .tasks()
        .reply(task)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The Task calls %s, and nothing answers it. Give it a result by mockResult(…) or an error by mockError(…)."
                        .formatted(task.resource().arn())));
  }

  /** Returns the virtual clock, for example for mocked code. */
  public Clock clock() {
    return simulation.engine().clock();
  }

  /** Returns the virtual time. */
  public Instant now() {
    return simulation.now();
  }

  /** Returns the seed. */
  public long seed() {
    return simulation.settings().seed();
  }

  /** Advances virtual time for all executions. */
  public void advance(Duration duration) {
    Objects.requireNonNull(duration, "duration");
    simulation.advance(duration);
  }

  /**
   * Advances virtual time to an instant.
   *
   * @throws IllegalArgumentException if the instant lies in the past
   */
  public void advanceTo(Instant instant) {
    Objects.requireNonNull(instant, "instant");
    simulation.advanceTo(instant);
  }

  /**
   * Returns when something is due next: the end of a Wait, an answer, a retry, a deadline. Empty if
   * nothing is, however much time passes.
   *
   * <pre>{@code
   * assertThat(env.nextInstant()).contains(env.now().plus(ofHours(1)));
   * }</pre>
   */
  public Optional<Instant> nextInstant() {
    return simulation.nextInstant();
  }

  /**
   * Advances virtual time to the {@linkplain #nextInstant() next instant}, and runs all that is due
   * at it.
   *
   * <pre>{@code
   * while (env.step()) {}
   * }</pre>
   *
   * @return whether anything was due
   */
  public boolean step() {
    return simulation.step();
  }

  Simulation simulation() {
    return simulation;
  }

  /**
   * An environment with the same codec and mode of validation, and nothing in it.
   *
   * @param order the order of what may happen in any
   */
  StepFunctionsEnvironment like(EngineSettings settings, Optional<Interleaving> order) {
    Engine engine =
        new Engine(settings, simulation.now(), order.map(Interleaving::order).orElse(null));
    EnvironmentLock lock = new EnvironmentLock();
    return new StepFunctionsEnvironment(
        new Simulation(engine, simulation.json(), lock, ClientTime.onPoll()),
        mockSettings,
        loading,
        true);
  }

  /**
   * Returns an S3 bucket in memory, which the ItemReader and ResultWriter of a Distributed Map use.
   * It is there once it is named.
   */
  public Bucket bucket(String name) {
    Objects.requireNonNull(name, "name");
    return simulation.read(() -> simulation.engine().buckets().bucket(name));
  }

  /** Returns the buckets that were named so far, by the test or by an execution. */
  public List<Bucket> buckets() {
    return simulation.read(() -> List.copyOf(simulation.engine().buckets().all()));
  }

  /**
   * Returns a DynamoDB table in memory. Once its key is named, it answers the Tasks that call
   * DynamoDB for it and have no mock.
   *
   * <pre>{@code
   * env.table("Locks").key("LockName").put(Map.of("LockName", "toys", "HeldBy", "somebody else"));
   * }</pre>
   *
   * @param name what stands in the definition as TableName
   */
  public Table table(String name) {
    Objects.requireNonNull(name, "name");
    return simulation.alone(() -> simulation.tables().table(name));
  }

  /** Returns the tables that were named so far. */
  public List<Table> tables() {
    return simulation.alone(simulation.tables()::all);
  }

  /**
   * Returns the outbox, which keeps what Tasks send whose mocks use {@code
   * capturedBy(env.outbox())}.
   */
  public Outbox outbox() {
    return outbox;
  }

  /** Returns the effects of all Tasks so far, over all machines, executions and attempts. */
  public Effects effects() {
    return simulation.read(simulation.effects()::effects);
  }

  /** All executions so far, in the order of their start. */
  public List<Execution> executions() {
    return simulation.snapshots().stream().map(simulation::execution).toList();
  }

  /**
   * Returns the status changes sent to EventBridge so far by all Standard executions, in the order
   * of time.
   */
  public List<StatusChangeEvent> statusEvents() {
    return StatusChange.events(simulation.snapshots());
  }

  /** The CloudWatch metrics of all executions so far. */
  public Metrics metrics() {
    return MetricsReader.of(simulation.snapshots());
  }

  /**
   * Prepares a machine that code under test will create, by CreateStateMachine of a client or of
   * {@link #api()}: it is given its mocks before any execution can be started.
   *
   * <pre>{@code
   * env.whenCreated("orders", orders -> orders.mock("Charge").returns(Map.of("paid", true)));
   * new Deployment(env.sfnClient()).run();
   * }</pre>
   *
   * <p>Mocks stay when the code updates the machine. A machine that is created anew after its
   * deletion is prepared anew. One that the test registers itself is not: it has its handle.
   *
   * @param name the machine's name
   * @param prepare is given the machine, in the thread that creates it
   */
  @API(status = API.Status.EXPERIMENTAL)
  public void whenCreated(String name, Consumer<? super TestStateMachine> prepare) {
    Objects.requireNonNull(prepare, "prepare");
    Objects.requireNonNull(name, "name");
    machines.whenCreated(name, prepare);
  }

  /**
   * Returns the machine of a name, such as one that code under test has created; of several, the
   * latest.
   *
   * @throws IllegalArgumentException if there is none; tells which there are
   */
  public TestStateMachine machine(String name) {
    Objects.requireNonNull(name, "name");
    return machines.named(name);
  }

  /** The registered machines, in the order of their registration. */
  public List<TestStateMachine> machines() {
    return machines.all();
  }

  /** The mocks declared so far, by machine, in order. */
  public List<MockDeclaration> mocks() {
    return machines().stream().flatMap(machine -> machine.mocks().declarations().stream()).toList();
  }

  /**
   * Verifies that each mock was used, unless the environment is lenient.
   *
   * @throws AssertionError if one was not; names each with the line that made it
   */
  public void verifyMocksUsed() {
    if (!lenient) {
      UnusedMocks.throwIfAny(mocks(), executions());
    }
  }

  /**
   * Verifies that no Task has aborted the test so far: by having no answer, or a broken one. The
   * error reaches the test, unless code on the way catches it, such as an answer that runs another
   * machine. Call it at the end of a test; with JUnit, the extension does.
   *
   * @throws io.stepunit.mock.SwallowedAnswerError if one has; the error is its cause
   */
  public void verifyAnswers() {
    simulation.answerErrors().verifyNone();
  }

  /**
   * Forgets the errors by which Tasks aborted the test so far, for a test that expects them.
   *
   * <pre>{@code
   * assertThatThrownBy(() -> order.run(input)).isInstanceOf(UnmockedTaskError.class);
   * env.forgetAnswerErrors();
   * }</pre>
   */
  public void forgetAnswerErrors() {
    simulation.answerErrors().forget();
  }

  /** The faults declared so far, over all machines. */
  public List<FaultDeclaration> faults() {
    return machines().stream()
        .flatMap(machine -> machine.faults().declarations().stream())
        .toList();
  }

  /**
   * Verifies that each fault that is not left to chance fired, unless the environment is lenient.
   *
   * @throws AssertionError if one did not; names each with the line that declared it
   */
  public void verifyFaultsFired() {
    if (!lenient) {
      UnfiredFaultsError.throwIfAny(faults());
    }
  }

  /** Returns whether unused mocks and faults that never fire are accepted. */
  public boolean isLenient() {
    return lenient;
  }

  /**
   * Returns an activity whose workers the test plays: from now on its unmocked Tasks wait in a
   * queue until a worker polls.
   *
   * @param nameOrArn what stands in the definition: the activity's ARN, or its name
   */
  public Activity activity(String nameOrArn) {
    Objects.requireNonNull(nameOrArn, "nameOrArn");
    Activities activities = simulation.api().activities();
    simulation.alone(() -> activities.create(nameOrArn));
    return new Activity(simulation, activities, nameOrArn);
  }

  /**
   * Returns the Step Functions API of this environment, with AWS's errors. A call moves no virtual
   * time, but for StartSyncExecution and GetActivityTask, which wait.
   */
  public StepFunctionsApi api() {
    return simulation.openApi();
  }

  /**
   * Returns a client of Step Functions of the AWS SDK for Java v2, for code under test that calls
   * the service: all its calls go to this environment. Needs {@code software.amazon.awssdk:sfn} on
   * the class path, and neither a network nor credentials.
   *
   * <pre>{@code
   * OrderController controller = new OrderController(env.sfnClient(), order.arn());
   * String arn = controller.submit("order-7");
   * }</pre>
   *
   * <p>What AWS refuses is thrown as the SDK's exception, such as {@code
   * ExecutionDoesNotExistException}. What is wrong with the test, such as a Task without a mock, is
   * thrown as the error that it is, and fails the test at its end where the code under test catches
   * it.
   *
   * @return the same client each time; closing it changes nothing
   * @throws IllegalStateException if the SDK's client is not on the class path
   */
  @API(status = API.Status.EXPERIMENTAL)
  public SfnClient sfnClient() {
    return simulation.clients().client();
  }

  /**
   * Returns the same client with answers as futures. A call is made in the thread that calls, and
   * its future is complete when it returns.
   *
   * @return the same client each time
   * @throws IllegalStateException if the SDK's client is not on the class path
   */
  @API(status = API.Status.EXPERIMENTAL)
  public SfnAsyncClient sfnAsyncClient() {
    return simulation.clients().asyncClient();
  }

  /**
   * Returns what a client sends its requests by, for code that builds the client itself: region and
   * credentials are then the test's to set, and what they are makes no difference.
   *
   * <pre>{@code
   * SfnClient client = clientFactory.builder().httpClient(env.sfnHttp()).build();
   * }</pre>
   *
   * @throws IllegalStateException if the SDK's client is not on the class path
   */
  @API(status = API.Status.EXPERIMENTAL)
  public SdkHttpClient sfnHttp() {
    return simulation.clients().http();
  }

  /**
   * Returns what an asynchronous client sends its requests by: {@code
   * SfnAsyncClient.builder().httpClient(env.sfnAsyncHttp())}.
   *
   * @throws IllegalStateException if the SDK's client is not on the class path
   */
  @API(status = API.Status.EXPERIMENTAL)
  public SdkAsyncHttpClient sfnAsyncHttp() {
    return simulation.clients().asyncHttp();
  }

  /**
   * Lets executions be started with the test cases of a mock configuration, as in Step Functions
   * Local: StartExecution and StartSyncExecution of {@code <ARN of the machine>#<test case>}, by
   * {@link #api()} or a client. Other executions keep the machines' own mocks.
   *
   * <pre>{@code
   * env.mockConfig(MockConfigFile.load(Path.of("MockConfigFile.json")));
   * String arn = env.api().startExecution(order.arn() + "#GatewayIsBusy", Map.of("id", 7));
   * }</pre>
   *
   * <p>A machine is found in the file by its name, also one that is registered later.
   *
   * @throws io.stepunit.mock.MockConfigException if a machine has no Task that one of its test
   *     cases mocks; for a machine that is registered later, an execution cannot be started
   */
  @API(status = API.Status.EXPERIMENTAL)
  public void mockConfig(MockConfigFile file) {
    Objects.requireNonNull(file, "file");
    ConfiguredCases cases = new ConfiguredCases(file, machines::tasks);
    simulation.alone(
        () -> {
          simulation.machines().all().forEach(each -> cases.check(each.machine()));
          simulation.api().testCases(cases);
        });
  }

  /**
   * Returns an endpoint for clients outside this JVM, on a free port of the loopback addresses. It
   * listens until it is closed, or {@link #close()} is called; with JUnit, the extension does.
   *
   * <pre>{@code
   * String url = env.endpoint().uri().toString(); // http://localhost:49152
   * }</pre>
   *
   * @return the same endpoint each time until it is closed
   */
  @API(status = API.Status.EXPERIMENTAL)
  public Endpoint endpoint() {
    return simulation.endpoints().onFreePort();
  }

  /**
   * Returns an endpoint on a given port.
   *
   * @param port 8083 is that of Step Functions Local; 0 stands for any that is free
   * @throws IllegalArgumentException if the port is taken
   */
  @API(status = API.Status.EXPERIMENTAL)
  public Endpoint endpoint(int port) {
    return simulation.endpoints().open(port);
  }

  /**
   * Closes what is open to the outside: the {@linkplain #endpoint() endpoints}. Threads other than
   * the test's own that still call by a client get an {@link
   * io.stepunit.budget.InterruptedWorkError} from now on, and real time stands still.
   */
  public void close() {
    simulation.close();
  }

  /**
   * Advances virtual time until no execution is running, including child executions that nobody
   * waits for.
   *
   * @throws StuckExecutionError if one waits for what nobody sends
   */
  public void runToEnd() {
    simulation.alone(this::runAllToEnd);
  }

  private void runAllToEnd() {
    Engine engine = simulation.engine();
    engine.runUntil(() -> false);
    engine.executions().stream()
        .filter(run -> !run.isEnded() && run.abandonedBy() == null)
        .findFirst()
        .ifPresent(
            run -> {
              throw new StuckExecutionError(run, "cannot end");
            });
  }
}
