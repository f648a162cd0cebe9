package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.asl.WorkflowType;
import io.stepunit.bucket.Bucket;
import io.stepunit.effect.Effects;
import io.stepunit.equivalence.Equivalence;
import io.stepunit.equivalence.EquivalenceOptions;
import io.stepunit.explore.Exploration;
import io.stepunit.fault.Faults;
import io.stepunit.history.LogLevel;
import io.stepunit.internal.api.RegisteredMachine;
import io.stepunit.internal.codec.JsonFile;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.Part;
import io.stepunit.internal.engine.SimulatedMachine;
import io.stepunit.internal.explore.Explorer;
import io.stepunit.internal.explore.ReadObject;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.monitoring.Logging;
import io.stepunit.internal.path.PathSearch;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.target.DeclaredAt;
import io.stepunit.internal.teststate.Refusals;
import io.stepunit.internal.text.Arn;
import io.stepunit.internal.text.KnownNames;
import io.stepunit.mock.HttpMock;
import io.stepunit.mock.LambdaMock;
import io.stepunit.mock.Lambdas;
import io.stepunit.mock.Mocks;
import io.stepunit.mock.TaskMock;
import io.stepunit.path.MachinePaths;
import io.stepunit.property.Property;
import io.stepunit.property.PropertyOptions;
import io.stepunit.property.PropertyResult;
import io.stepunit.property.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A state machine in a {@link StepFunctionsEnvironment}: mocks its Tasks and runs it.
 *
 * <pre>{@code
 * order.mock("Charge").returns(Map.of("paid", true));
 * Execution run = order.run(Map.of("id", 7, "amount", 12));
 * }</pre>
 *
 * <p>UpdateStateMachine changes what executions run that start from then on; mocks and faults stay.
 *
 * @since 0.1.0
 */
public final class TestStateMachine {
  private final StepFunctionsEnvironment environment;
  private final Simulation simulation;
  private final MachineTasks tasks;
  private final RegisteredMachine registered;
  private final ExecutionStarter starter;
  private final List<Verdict> verdicts = new ArrayList<>();

  TestStateMachine(
      StepFunctionsEnvironment environment,
      Simulation simulation,
      RegisteredMachine registered,
      MachineTasks tasks) {
    this.environment = environment;
    this.simulation = simulation;
    this.registered = registered;
    this.tasks = tasks;
    this.starter = new ExecutionStarter(simulation, registered);
  }

  /** What the service knows of the machine. */
  RegisteredMachine registered() {
    return registered;
  }

  /** The machine that executions run. */
  SimulatedMachine machine() {
    return registered.machine();
  }

  /** The machine's name. */
  public String name() {
    return machine().name();
  }

  /** The machine's ARN. */
  public String arn() {
    return machine().arn();
  }

  /** The machine's type. */
  public WorkflowType type() {
    return machine().type();
  }

  /**
   * Lets other definitions start the machine by another reference, in addition to its ARN.
   *
   * <pre>{@code
   * env.load("child.asl.json").boundTo("${ChildArn}");
   * }</pre>
   *
   * @param reference a placeholder such as {@code ${ChildArn}}, or another ARN
   * @throws IllegalArgumentException if another machine is called so
   */
  public TestStateMachine boundTo(String reference) {
    Objects.requireNonNull(reference, "reference");
    simulation.alone(() -> simulation.machines().bind(reference, registered));
    return this;
  }

  /**
   * Sets the machine's role, which its executions show as {@code $$.Execution.RoleArn}; by default
   * it is named like the machine.
   *
   * <pre>{@code
   * env.load("order.asl.json").role("arn:aws:iam::123456789012:role/orders");
   * }</pre>
   *
   * @throws IllegalArgumentException if it is no ARN
   */
  public TestStateMachine role(String roleArn) {
    Objects.requireNonNull(roleArn, "roleArn");
    if (!Arn.isArn(roleArn)) {
      throw new IllegalArgumentException(
          "A role is given by its ARN, such as %s, but found '%s'."
              .formatted(machine().roleArn(), roleArn));
    }
    simulation.alone(() -> registered.withRole(roleArn));
    return this;
  }

  /** The machine's executions so far, in the order of their start. */
  public List<Execution> executions() {
    return snapshots().stream().map(simulation::execution).toList();
  }

  private List<ExecutionRecord> snapshots() {
    return simulation.read(
        () ->
            simulation.executions().of(machine().arn()).stream()
                .map(ExecutionRun::snapshot)
                .toList());
  }

  /**
   * The machine's only execution, such as the child that another machine started.
   *
   * <pre>{@code
   * assertThat(child.execution()).isSucceeded();
   * }</pre>
   *
   * @throws IllegalStateException if there is none, or several
   */
  public Execution execution() {
    List<Execution> all = executions();
    if (all.size() != 1) {
      throw new IllegalStateException(
          "'%s' (%s) was executed %s times, not once%s. executions() has all of them."
              .formatted(
                  machine().name(),
                  machine().definition().location().file(),
                  all.size(),
                  all.stream()
                      .map(run -> run.name() + " " + run.status())
                      .collect(Collectors.joining(", ", all.isEmpty() ? "" : ": ", ""))));
    }
    return all.get(0);
  }

  /**
   * Redrives one of the machine's executions; see {@link RunningExecution#redrive}.
   *
   * @throws StepFunctionsException {@code ExecutionDoesNotExist} if it is of another environment
   */
  public RunningExecution redrive(Execution ended) {
    Objects.requireNonNull(ended, "ended");
    String arn = ended.arn();
    simulation.api().describeExecution(arn);
    return new RunningExecution(simulation, simulation.executions().find(arn).orElseThrow())
        .redrive();
  }

  /** The loaded definition. */
  public StateMachineDefinition definition() {
    return machine().definition();
  }

  /** The environment that the machine is registered in. */
  public StepFunctionsEnvironment environment() {
    return environment;
  }

  /**
   * Sets the machine's {@code LoggingConfiguration}; by default no record is sent.
   *
   * @param level which events are sent to CloudWatch Logs
   * @param includeExecutionData whether inputs and outputs are sent with them
   */
  public TestStateMachine logging(LogLevel level, boolean includeExecutionData) {
    Objects.requireNonNull(level, "level");
    simulation.alone(() -> registered.withLogging(new Logging(level, includeExecutionData)));
    return this;
  }

  /**
   * Returns the records that the machine's executions have sent to CloudWatch Logs so far, in the
   * order of time, as {@link Execution#log} describes them.
   */
  public List<JsonNode> logRecords() {
    return registered.logging().records(snapshots());
  }

  /** What its handles share. */
  Simulation simulation() {
    return simulation;
  }

  /** The machine's mocks. */
  public Mocks mocks() {
    return tasks.mocks();
  }

  /**
   * Mocks a Task.
   *
   * @param state the state's name, or its path into branches and iterations ({@code
   *     Lines[3]/Charge})
   * @throws IllegalArgumentException if the machine has no such Task; tells the nearest name
   */
  public TaskMock mock(String state) {
    Objects.requireNonNull(state, "state");
    DeclaredAt here = DeclaredAt.caller();
    return simulation.alone(() -> tasks.mocks().mock(state, here));
  }

  /**
   * Mocks all Tasks that call a resource.
   *
   * @param resource the text of the {@code Resource} field; {@code *} stands for any text
   */
  public TaskMock mockResource(String resource) {
    Objects.requireNonNull(resource, "resource");
    DeclaredAt here = DeclaredAt.caller();
    return simulation.alone(() -> tasks.mocks().mockResource(resource, here));
  }

  /**
   * Injects faults into the machine's Tasks: {@code order.faults().on("Charge").throttledFirst(3)}.
   */
  public Faults faults() {
    return tasks.faults();
  }

  /**
   * Returns the effects of a Task over all attempts and executions so far.
   *
   * <pre>{@code
   * assertThat(order.effects("Charge")).happenedOncePer("$.orderId");
   * }</pre>
   *
   * @param state the state's name, or its path into branches and iterations ({@code
   *     Lines[3]/Charge})
   * @throws IllegalArgumentException if the machine has no such Task; tells the nearest name
   */
  public Effects effects(String state) {
    Objects.requireNonNull(state, "state");
    tasks.mocks().requireTask(state);
    return simulation.read(simulation.effects()::effects).ofMachine(machine().arn()).of(state);
  }

  /**
   * Tests one state of the machine, as AWS's TestState does.
   *
   * <pre>{@code
   * order.state("Route").input(Map.of("amount", 900)).test()
   * }</pre>
   *
   * @param state the state's name, wherever in the machine it is
   * @throws io.stepunit.teststate.TestStateException if there is no such state; tells the nearest
   *     name
   */
  public StateTester state(String state) {
    Objects.requireNonNull(state, "state");
    CompiledDefinition definition = machine().definition();
    return definition
        .findState(state)
        .map(found -> simulation.tester(found, tasks.ofLoneStates()))
        .orElseThrow(() -> Refusals.stateNotFound(notFound(state, definition)));
  }

  private String notFound(String state, CompiledDefinition definition) {
    return "The machine '%s' (%s) has no state '%s'.%s"
        .formatted(
            machine().name(),
            definition.location().file(),
            state,
            new KnownNames("Its states", definition.stateNames()).hintFor(state));
  }

  /**
   * Mocks all Tasks that call a service, by its optimized or its SDK integration, or sends them to
   * the service's own client.
   *
   * <pre>{@code
   * order.mockService("dynamodb").callsClient(dynamoDbClient);
   * }</pre>
   *
   * @param service the service's name in either integration: {@code events} or {@code eventbridge}
   * @throws IllegalArgumentException if no Task of the machine calls that service
   */
  public TaskMock mockService(String service) {
    Objects.requireNonNull(service, "service");
    DeclaredAt here = DeclaredAt.caller();
    return simulation.alone(() -> tasks.mocks().mockService(service, here));
  }

  /**
   * Runs real handler code for all Tasks that call a Lambda function: {@code
   * order.lambda("charge-fn").handledBy(new ChargeHandler())}. Needs {@code
   * com.amazonaws:aws-lambda-java-core} on the class path.
   *
   * @param function the function's name or ARN, as the {@code Resource} or {@code FunctionName} has
   *     it; with a version or alias ({@code charge-fn:live}) for calls of that one only
   * @throws IllegalArgumentException if no Task of the machine can call such a function
   */
  public LambdaMock lambda(String function) {
    Objects.requireNonNull(function, "function");
    return tasks.mocks().lambda(function, simulation.settings().arn("lambda", "function").prefix());
  }

  /**
   * The Lambda functions of the template that the machine comes from: {@code
   * order.lambdas().fromTemplate()} runs the code that it names for them. Needs {@code
   * com.amazonaws:aws-lambda-java-core} on the class path.
   */
  public Lambdas lambdas() {
    return tasks.mocks().lambdas(simulation.settings().arn("lambda", "function").prefix());
  }

  /**
   * Sends the requests of an {@code http:invoke} or {@code apigateway:invoke} Task to a server of
   * the test: {@code order.http("FetchRate").callsServer(wireMock.baseUrl())}.
   *
   * @param state the state's name, or its path into branches and iterations
   * @throws IllegalStateException if the Task sends no requests
   */
  public HttpMock http(String state) {
    Objects.requireNonNull(state, "state");
    return simulation.alone(() -> tasks.mocks().http(state));
  }

  /**
   * Returns the part of the machine that begins at a state.
   *
   * <pre>{@code
   * order.from("Ship").until("Notify").run(Map.of("id", 7))
   * }</pre>
   *
   * @param state the name of one of the machine's own states, not one inside of a Parallel or Map
   * @throws IllegalArgumentException if there is no such state; tells the nearest name
   */
  public MachinePart from(String state) {
    Objects.requireNonNull(state, "state");
    return new MachinePart(
        machine().definition(), simulation.json(), this::startPart, state, Optional.empty());
  }

  private RunningExecution startPart(Object input, Part part, boolean handDriven) {
    return new RunningExecution(
        simulation,
        simulation.alone(() -> starter.begin(input, part, null, tasks.ofExecutions(), handDriven)));
  }

  /** Runs the machine from its start to its end, with the input {@code {}}. */
  public Execution run() {
    return run(Map.of());
  }

  /**
   * Runs the machine with an input from a file.
   *
   * <pre>{@code
   * Execution run = order.runFile("events/order.json");
   * }</pre>
   *
   * @param resourceOrPath a name on the class path, or else a file, relative to the working
   *     directory
   * @throws IllegalArgumentException if neither is there, or it is not JSON
   */
  public Execution runFile(String resourceOrPath) {
    Objects.requireNonNull(resourceOrPath, "resourceOrPath");
    return run(JsonFile.read(resourceOrPath, "input"));
  }

  /**
   * Runs the machine from its start to its end.
   *
   * @param input JSON text, a file ({@code Path} or {@code File}) with it, a JsonNode, a Map, a
   *     record, or any object
   * @throws IllegalArgumentException if the input is not JSON, or larger than the service takes
   * @throws AssertionError if a Task has no mock, or a mock's answer is broken
   */
  public Execution run(Object input) {
    return simulation.alone(
        () -> new RunningExecution(simulation, begin(input, null, false)).finish());
  }

  /**
   * Runs the machine from its start to its end, while other threads send the tokens that its Tasks
   * wait for, or work for its activities.
   *
   * <pre>{@code
   * Execution run = order.run(ORDER, awaitingOutside(ofSeconds(5)));
   * }</pre>
   *
   * @param input JSON text, a file ({@code Path} or {@code File}) with it, a JsonNode, a Map, a
   *     record, or any object
   * @param outside how long to wait for them; no virtual time passes meanwhile
   * @throws StuckExecutionError if they do not answer in that time
   */
  public Execution run(Object input, OutsideWait outside) {
    return simulation.alone(() -> start(input).finish(outside));
  }

  /**
   * Runs an Express machine to its end and returns the response of StartSyncExecution, with billing
   * details.
   *
   * @param input JSON text, a JsonNode, a Map, a record, or any object
   * @throws StepFunctionsException {@code StateMachineTypeNotSupported} if the machine is a
   *     Standard one
   */
  public SyncExecution startSync(Object input) {
    return sync(input, null);
  }

  /** Calls StartSyncExecution with an execution name. */
  public SyncExecution startSync(Object input, String executionName) {
    Objects.requireNonNull(executionName, "executionName");
    return sync(input, executionName);
  }

  private SyncExecution sync(Object input, @Nullable String name) {
    return simulation.alone(
        () -> {
          ExecutionRun run = starter.beginSync(input, name, tasks.ofExecutions());
          return new SyncExecution(new RunningExecution(simulation, run).finish());
        });
  }

  /**
   * Runs an Express execution twice, one run after the other, because AWS runs it at least once.
   * Both runs have one name and one ARN.
   *
   * @param input JSON text, a JsonNode, a Map, a record, or any object
   * @throws IllegalStateException if the machine is a Standard one, whose executions run once
   */
  public DuplicateRun runAtLeastOnce(Object input) {
    starter.requireAtLeastOnce();
    return simulation.alone(
        () -> {
          ExecutionRun first = begin(input, null, false);
          Execution ended = new RunningExecution(simulation, first).finish();
          return new DuplicateRun(ended, starter.again(first).finish());
        });
  }

  /**
   * Like {@link #runAtLeastOnce(Object)}, but starts the second run a given time after the first,
   * whether that has ended or not.
   *
   * @param apart the virtual time between the two beginnings; zero lets both begin at once
   */
  public DuplicateRun runAtLeastOnce(Object input, Duration apart) {
    Objects.requireNonNull(apart, "apart");
    starter.requireAtLeastOnce();
    return simulation.alone(
        () -> {
          ExecutionRun first = begin(input, null, false);
          RunningExecution running = new RunningExecution(simulation, first);
          if (!apart.isZero()) {
            running.advance(apart);
          }
          RunningExecution again = starter.again(first);
          return new DuplicateRun(running.finish(), again.finish());
        });
  }

  /** Creates an execution under manual control, with the input {@code {}}; nothing has run yet. */
  public RunningExecution start() {
    return start(Map.of());
  }

  /**
   * Creates an execution under manual control; nothing has run yet.
   *
   * @param input JSON text, a file ({@code Path} or {@code File}) with it, a JsonNode, a Map, a
   *     record, or any object
   */
  public RunningExecution start(Object input) {
    return new RunningExecution(simulation, begin(input, null, true));
  }

  /**
   * Creates an execution with a name. The name and the input of a Standard execution that runs give
   * that one, as StartExecution does.
   *
   * @throws io.stepunit.api.StepFunctionsException {@code ExecutionAlreadyExists} if there is
   *     another execution of that name; {@code InvalidName} or {@code ValidationException} if AWS
   *     takes no such name
   */
  public RunningExecution start(Object input, String executionName) {
    Objects.requireNonNull(executionName, "executionName");
    return new RunningExecution(simulation, begin(input, executionName, true));
  }

  /**
   * Starts an execution all of whose Tasks are answered by one dispatcher; the machine's mocks are
   * not asked.
   *
   * @param executionName null to make one up
   */
  RunningExecution start(Object input, @Nullable String executionName, TaskDispatcher world) {
    return new RunningExecution(
        simulation,
        simulation.alone(
            () ->
                starter.begin(
                    input, Part.whole(machine()), executionName, tasks.answeredBy(world), true)));
  }

  /**
   * Explores the machine without mocks, with inputs and results derived from what the definition
   * reads: a smoke test in one line. The machine's own mocks are not asked; objects that a
   * Distributed Map reads are put into the environment's buckets unless they are there. The
   * executions take place one after the other in the environment, and the same definition gives the
   * same ones.
   *
   * <pre>{@code
   * assertThat(order.explore().missed()).isEmpty();
   * }</pre>
   */
  public Exploration explore() {
    Explorer explorer =
        new Explorer(
            definition(),
            (input, answers) -> {
              Execution run = start(input, null, answers).finish();
              return new Explorer.Ran(run, run.internal());
            },
            this::putIfMissing);
    return simulation.alone(
        () -> {
          Explorer.objects(definition()).forEach(this::putIfMissing);
          return simulation
              .engine()
              .showingForgotten((top, child) -> explorer.reached(child.path()), explorer::explore);
        });
  }

  /**
   * The ways through the machine: as few executions as together take each transition, with the
   * input and the answers of Tasks that take each of them there. They are worked out from what the
   * definition says; mocks of the test play no part, and nothing is left in the environment.
   *
   * <pre>{@code
   * for (PathCase path : order.paths().cases()) {
   *   log.info(path.name());
   * }
   * }</pre>
   *
   * <p>{@code @PathTest} makes a test of each.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-states.html">Transitions</a>
   */
  @API(status = API.Status.EXPERIMENTAL)
  public MachinePaths paths() {
    return paths(MachinePaths.LOOPS);
  }

  /**
   * The ways through the machine.
   *
   * @param loops how often a path comes back to a state at most, not negative
   */
  @API(status = API.Status.EXPERIMENTAL)
  public MachinePaths paths(int loops) {
    if (loops < 0) {
      throw new IllegalArgumentException(
          "A path comes back to a state 0 times or more, not %s times.".formatted(loops));
    }
    return simulation.alone(
        () -> PathSearch.of(definition(), type(), environment.now()).paths(loops));
  }

  /**
   * Compares this machine with the one that it is to replace, on inputs and results derived from
   * what both read, with faults. What the mocks of the original answer, it answers in both; all
   * executions run in environments of their own and leave nothing in those of the machines.
   *
   * <pre>{@code
   * Equivalence result = inJsonata.compareWith(inJsonPath, EquivalenceOptions.STANDARD);
   * }</pre>
   *
   * <p>{@code assertThat(inJsonata).behavesLike(inJsonPath)} asserts it.
   *
   * @param original the machine that is right
   * @throws IllegalArgumentException if the options name a state that is not there
   */
  @API(status = API.Status.EXPERIMENTAL)
  public Equivalence compareWith(TestStateMachine original, EquivalenceOptions options) {
    Objects.requireNonNull(original, "original");
    Objects.requireNonNull(options, "options");
    return new MachineComparison(original, options).with(this);
  }

  /**
   * Looks for a case in which the machine does not keep to a property, among 1,000: inputs derived
   * from what the definition reads, the faults of a fault matrix, interleavings, Express executions
   * that run twice, and redrives.
   *
   * <pre>{@code
   * PropertyResult result = order.check(after("Charge").eventually("Ship", "Refund"));
   * result.counterexample().ifPresent(example -> log.warn(example.text()));
   * }</pre>
   *
   * <p>{@code assertThat(order).alwaysHolds(property)} asserts it.
   *
   * @throws IllegalArgumentException if the property names a state that is not there
   */
  @API(status = API.Status.EXPERIMENTAL)
  public PropertyResult check(Property property) {
    return check(property, PropertyOptions.STANDARD);
  }

  /**
   * Looks for a case in which the machine does not keep to a property.
   *
   * <p>Mocks, handlers and faults of the machine and of the others in its environment act in each
   * case, and what is in its buckets and tables is there. Tasks without a mock are answered by what
   * the definition reads. Each case has an environment of its own, and leaves nothing in that of
   * the machine.
   *
   * @throws IllegalArgumentException if the property or the options name a state that is not there
   */
  @API(status = API.Status.EXPERIMENTAL)
  public PropertyResult check(Property property, PropertyOptions options) {
    Objects.requireNonNull(property, "property");
    Objects.requireNonNull(options, "options");
    return new PropertyCheck(this, options).of(property);
  }

  /**
   * Looks for a case after which assertions fail.
   *
   * <pre>{@code
   * order.check(
   *     after -> assertThat(after.effects("Charge")).happenedOncePer("$.orderId"),
   *     PropertyOptions.STANDARD)
   * }</pre>
   *
   * @param assertions are given the machine as it is in the environment of each case, when its
   *     execution is over; what they throw is a failure
   */
  @API(status = API.Status.EXPERIMENTAL)
  public PropertyResult check(
      Consumer<? super TestStateMachine> assertions, PropertyOptions options) {
    Objects.requireNonNull(assertions, "assertions");
    Objects.requireNonNull(options, "options");
    return new PropertyCheck(this, options).of(assertions);
  }

  /**
   * Tells whether the machine has kept to a property in its executions so far.
   *
   * <p>{@code assertThat(order).holds(property)} asserts it.
   *
   * @throws IllegalArgumentException if the property names a state that is not there
   */
  @API(status = API.Status.EXPERIMENTAL)
  public Verdict judge(Property property) {
    Objects.requireNonNull(property, "property");
    Verdict verdict = property.judge(this);
    verdicts.add(verdict);
    return verdict;
  }

  /** What was said of its executions so far. */
  List<Verdict> verdicts() {
    return List.copyOf(verdicts);
  }

  /** Begins an execution that has run, or runs, a second time. */
  ExecutionRun again(ExecutionRun first) {
    return simulation.engine().startAgain(first);
  }

  /** Who answers its Tasks. */
  MachineTasks tasks() {
    return tasks;
  }

  /** What the test has put into its buckets counts. */
  private boolean putIfMissing(ReadObject object) {
    Bucket bucket = simulation.engine().buckets().bucket(object.bucket());
    boolean isMissing = !bucket.isAccessDenied() && bucket.find(object.key()).isEmpty();
    if (isMissing) {
      bucket.put(object.key(), object.content());
    }
    return isMissing;
  }

  /** Begins an execution, for whoever runs it. */
  ExecutionRun begin(Object input, @Nullable String name, boolean handDriven) {
    return simulation.alone(
        () -> starter.begin(input, Part.whole(machine()), name, tasks.ofExecutions(), handDriven));
  }

  @Override
  public String toString() {
    return machine().name();
  }
}
