package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.api.StepFunctionsApi;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.codec.UserJson;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.SentJson;
import io.stepunit.internal.spi.SimulatedService;
import io.stepunit.internal.text.Suggestion;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers the service's calls from the engine of one environment. */
public final class SimulatedApi implements StepFunctionsApi {
  private final Engine engine;
  private final Function<ExecutionRecord, Execution> snapshots;
  private final Operations operations;
  private final Executions executions;
  private final UserJson json;
  private final Activities activities;
  private final SimulatedService services;
  private @Nullable MachineMaker maker;

  /**
   * @param machines the machines that can be called by their ARNs
   * @param executions the executions of the environment
   * @param json reads users' values
   * @param snapshots makes the executions that tests hold
   */
  public SimulatedApi(
      Engine engine,
      Machines machines,
      Executions executions,
      UserJson json,
      Function<ExecutionRecord, Execution> snapshots) {
    this.snapshots = snapshots;
    this.engine = engine;
    this.executions = executions;
    this.json = json;
    this.activities = new Activities(engine);
    this.operations = new Operations(engine, machines, executions, activities, this::maker);
    this.services =
        new AllServices(List.of(activities, new StatesService(operations, machines, executions)));
  }

  /**
   * From now on machines can be created.
   *
   * @param by makes them
   */
  public void machinesMadeBy(MachineMaker by) {
    maker = by;
  }

  private MachineMaker maker() {
    return Objects.requireNonNull(maker, "nobody makes machines");
  }

  /** What answers Tasks that call the service, and those of activities whose workers poll. */
  public SimulatedService tasks() {
    return services;
  }

  /** From now on executions can be started with test cases. */
  public void testCases(TestCases cases) {
    operations.testCases(cases);
  }

  /** Forgets the deleted machines whose time has come by now. */
  public void finishDeletions() {
    operations.finishDeletions();
  }

  /** When the next machine that is being deleted is gone; empty if none is. */
  public Optional<Instant> nextDeletion() {
    return operations.nextDeletion();
  }

  /**
   * Checks that executions of a machine can be started.
   *
   * @throws io.stepunit.api.StepFunctionsException {@code StateMachineDeleting} or {@code
   *     StateMachineDoesNotExist} if it was deleted
   */
  public void requireStartable(String stateMachineArn) {
    operations.requireStartable(stateMachineArn);
  }

  /** The activities whose workers poll. */
  public Activities activities() {
    return activities;
  }

  @Override
  public String startExecution(String stateMachineArn, Object input) {
    Objects.requireNonNull(stateMachineArn, "stateMachineArn");
    return start(request(stateMachineArn, input));
  }

  @Override
  public String startExecution(String stateMachineArn, String name, Object input) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(stateMachineArn, "stateMachineArn");
    return start(request(stateMachineArn, input).put("name", name));
  }

  private ObjectNode request(String stateMachineArn, Object input) {
    JsonNode value = json.read(input, "The input of StartExecution");
    ObjectNode request = Json.NODES.objectNode().put("stateMachineArn", stateMachineArn);
    return request.put("input", SentJson.text(value));
  }

  private String start(ObjectNode request) {
    return call("StartExecution", request).get("executionArn").textValue();
  }

  @Override
  public Execution describeExecution(String executionArn) {
    Objects.requireNonNull(executionArn, "executionArn");
    return snapshots.apply(executions.require(executionArn).snapshot());
  }

  @Override
  public List<HistoryEvent> getExecutionHistory(String executionArn) {
    Objects.requireNonNull(executionArn, "executionArn");
    return describeExecution(executionArn).events();
  }

  @Override
  public StateMachineDefinition describeStateMachineForExecution(String executionArn) {
    Objects.requireNonNull(executionArn, "executionArn");
    return describeExecution(executionArn).definition();
  }

  @Override
  public List<Execution> listExecutions(String stateMachineArn) {
    Objects.requireNonNull(stateMachineArn, "stateMachineArn");
    engine.advanceTo(engine.clock().instant());
    return operations.listed(stateMachineArn).stream()
        .map(ExecutionRun::snapshot)
        .map(snapshots)
        .toList();
  }

  @Override
  public void stopExecution(String executionArn, @Nullable String error, @Nullable String cause) {
    Objects.requireNonNull(executionArn, "executionArn");
    call(
        "StopExecution",
        Json.NODES
            .objectNode()
            .put("executionArn", executionArn)
            .put("error", error)
            .put("cause", cause));
  }

  @Override
  public void redriveExecution(String executionArn) {
    Objects.requireNonNull(executionArn, "executionArn");
    ObjectNode request = Json.NODES.objectNode().put("executionArn", executionArn);
    operations.find("redriveExecution").orElseThrow().call(new Request(request), null);
  }

  @Override
  public JsonNode call(String operation, Object request) {
    Objects.requireNonNull(operation, "operation");
    JsonNode answer = answer(operation, json.read(request, "The request of " + operation));
    engine.advanceTo(engine.clock().instant());
    return answer;
  }

  /** Whether there is an operation of a name such as {@code DescribeExecution}. */
  public boolean knows(String operation) {
    return operations.find(inCamelCase(operation)).isPresent();
  }

  /**
   * Calls an operation, as {@link #call} does; what comes of it at the present instant is still to
   * happen.
   */
  public ObjectNode answer(String operation, JsonNode request) {
    String name = inCamelCase(operation);
    return operations
        .find(name)
        .orElseThrow(() -> new IllegalArgumentException(unknown(operation, name)))
        .call(new Request(request), null);
  }

  /** GetActivityTask, but no time passes until a task comes: nothing is answered at once. */
  public ObjectNode takeTask(JsonNode request) {
    return operations.takeTask(new Request(request));
  }

  private static String inCamelCase(String operation) {
    return operation.isEmpty()
        ? operation
        : operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
  }

  private String unknown(String operation, String name) {
    return "'%s' is not an operation of the API.%s There are: %s."
        .formatted(
            operation,
            Suggestion.of(name, operations.names()).asSentence(),
            String.join(", ", operations.names()));
  }
}
