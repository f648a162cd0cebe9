package io.stepunit.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.codec.UserJson;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.spi.SimulatedService;
import io.stepunit.internal.text.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The service's API over one environment: what a client of AWS Step Functions can call, with AWS's
 * errors. Tests of one machine hardly need it; it is for tests of code that calls the service, and
 * for the rules of names and ARNs.
 *
 * <pre>{@code
 * StepFunctionsApi api = env.api();
 * String arn = api.startExecution(order.arn(), "order-7", Map.of("id", 7));
 * Execution run = api.describeExecution(arn);
 * assertThatThrownBy(() -> api.startExecution(order.arn(), "order-7", Map.of("id", 8)))
 *     .isInstanceOf(StepFunctionsException.class)
 *     .hasMessageContaining("ExecutionAlreadyExists");
 * }</pre>
 *
 * <p>A call happens at the present instant of virtual time, and all that is due at it. See the AWS
 * Step Functions API reference.
 */
public final class StepFunctionsApi {
  private final Engine engine;
  private final Function<ExecutionRecord, Execution> snapshots;
  private final Operations operations;
  private final Executions executions;
  private final UserJson json;
  private final Activities activities;
  private final SimulatedService services;

  /**
   * @param machines the machines that can be called by their ARNs
   * @param executions the executions of the environment
   * @param json reads users' values
   * @param snapshots makes the executions that tests hold
   */
  public StepFunctionsApi(
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
    this.operations = new Operations(engine, machines, executions, activities);
    this.services =
        new AllServices(List.of(activities, new StatesService(operations, machines, executions)));
  }

  /** What answers Tasks that call the service, and those of activities whose workers poll. */
  public SimulatedService tasks() {
    return services;
  }

  /** The activities whose workers poll. */
  public Activities activities() {
    return activities;
  }

  /**
   * StartExecution with a name that the service makes up.
   *
   * @param input JSON text, a JsonNode, a Map, a record, or any object
   * @return the execution's ARN
   * @throws StepFunctionsException {@code InvalidArn}, {@code StateMachineDoesNotExist} or {@code
   *     InvalidExecutionInput}
   */
  public String startExecution(String stateMachineArn, Object input) {
    return start(request(stateMachineArn, input));
  }

  /**
   * StartExecution.
   *
   * @param name 1 to 80 characters; a Standard machine's executions have different names, but the
   *     name and the input of one that runs give that one
   * @return the execution's ARN
   * @throws StepFunctionsException as above, and {@code ExecutionAlreadyExists} or {@code
   *     InvalidName}
   */
  public String startExecution(String stateMachineArn, String name, Object input) {
    return start(request(stateMachineArn, input).put("name", name));
  }

  private ObjectNode request(String stateMachineArn, Object input) {
    JsonNode value = json.read(input, "The input of StartExecution");
    ObjectNode request = Json.NODES.objectNode().put("stateMachineArn", stateMachineArn);
    return request.put("input", Json.text(value));
  }

  private String start(ObjectNode request) {
    return call("StartExecution", request).get("executionArn").textValue();
  }

  /**
   * DescribeExecution, with the history.
   *
   * @throws StepFunctionsException {@code InvalidArn} or {@code ExecutionDoesNotExist}
   */
  public Execution describeExecution(String executionArn) {
    return snapshots.apply(executions.require(executionArn).snapshot());
  }

  /**
   * GetExecutionHistory.
   *
   * @throws StepFunctionsException {@code InvalidArn} or {@code ExecutionDoesNotExist}
   */
  public List<HistoryEvent> getExecutionHistory(String executionArn) {
    return describeExecution(executionArn).events();
  }

  /**
   * DescribeStateMachineForExecution: the definition that the execution was started with.
   *
   * @throws StepFunctionsException {@code InvalidArn} or {@code ExecutionDoesNotExist}
   */
  public StateMachineDefinition describeStateMachineForExecution(String executionArn) {
    return describeExecution(executionArn).definition();
  }

  /**
   * ListExecutions: those of a machine, the latest first.
   *
   * @throws StepFunctionsException {@code InvalidArn} or {@code StateMachineDoesNotExist}
   */
  public List<Execution> listExecutions(String stateMachineArn) {
    call("ListExecutions", Json.NODES.objectNode().put("stateMachineArn", stateMachineArn));
    return engine.executions().stream()
        .filter(run -> run.machine().arn().equals(stateMachineArn))
        .sorted((earlier, later) -> later.startedAt().compareTo(earlier.startedAt()))
        .map(ExecutionRun::snapshot)
        .map(snapshots)
        .toList();
  }

  /**
   * StopExecution.
   *
   * @throws StepFunctionsException {@code InvalidArn} or {@code ExecutionDoesNotExist}
   */
  public void stopExecution(String executionArn, String error, String cause) {
    call(
        "StopExecution",
        Json.NODES
            .objectNode()
            .put("executionArn", executionArn)
            .put("error", error)
            .put("cause", cause));
  }

  /**
   * RedriveExecution: the execution goes on where it ended, when time does.
   *
   * @throws StepFunctionsException {@code ExecutionNotRedrivable}, {@code InvalidArn} or {@code
   *     ExecutionDoesNotExist}
   */
  public void redriveExecution(String executionArn) {
    ObjectNode request = Json.NODES.objectNode().put("executionArn", executionArn);
    operations.find("redriveExecution").orElseThrow().call(new Request(request), null);
  }

  /**
   * Any call, in the API's JSON.
   *
   * <pre>{@code
   * JsonNode answer = api.call("DescribeExecution", Map.of("executionArn", arn));
   * }</pre>
   *
   * @param operation the operation's name: {@code DescribeExecution}
   * @param request the request's members, in camel case: JSON text, a JsonNode, a Map
   * @return the answer's members, in camel case; times are ISO-8601 text
   * @throws StepFunctionsException if the service refuses the call
   * @throws IllegalArgumentException if there is no such operation here
   */
  public JsonNode call(String operation, Object request) {
    String name = operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
    Operations.Operation found =
        operations
            .find(name)
            .orElseThrow(() -> new IllegalArgumentException(unknown(operation, name)));
    Request read = new Request(json.read(request, "The request of " + operation));
    ObjectNode answer = found.call(read, null);
    engine.advanceTo(engine.clock().instant());
    return answer;
  }

  private String unknown(String operation, String name) {
    return "'%s' is not an operation of the API.%s There are: %s."
        .formatted(
            operation,
            NearestName.of(name, operations.names())
                .map(near -> " Did you mean '" + near + "'?")
                .orElse(""),
            String.join(", ", operations.names()));
  }
}
