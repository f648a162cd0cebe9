package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.limit.EngineLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the service's API, by the names that SDK integrations give them. Each checks
 * the members of its request first.
 */
final class Operations {
  private final Engine engine;
  private final Activities activities;
  private final Executions allExecutions;
  private final MapRunCalls mapRuns;
  private final Deletions deletions;
  private final MachineCalls machines;
  private final ExecutionCalls executions;
  private final EngineLimits limits;

  /** Made when the first is asked for: most tests call none. */
  private @Nullable Map<String, Operation> byName;

  /** One operation. */
  interface Operation {
    /**
     * Makes the call.
     *
     * @param startedBy the execution whose Task calls, null for a call from outside
     * @throws StepFunctionsException if the service refuses it
     */
    ObjectNode call(Request request, @Nullable ExecutionRun startedBy);
  }

  private interface FromAnywhere {
    ObjectNode call(Request request);
  }

  Operations(Engine engine, Machines machines, Executions executions, Activities activities) {
    this.engine = engine;
    this.activities = activities;
    this.allExecutions = executions;
    this.deletions = new Deletions(engine, machines, executions);
    this.limits = engine.settings().limits();
    this.machines = new MachineCalls(machines, deletions, executions);
    this.mapRuns = new MapRunCalls(engine, executions);
    this.executions = new ExecutionCalls(engine, this.machines, executions, mapRuns);
  }

  private Map<String, Operation> byName() {
    Map<String, Operation> known = byName;
    if (known == null) {
      known = new TreeMap<>();
      known.put("startExecution", (request, by) -> ServiceJson.started(start(request, by)));
      known.put("startSyncExecution", this::startSyncExecution);
      for (Map.Entry<String, FromAnywhere> each : fromAnywhere().entrySet()) {
        known.put(each.getKey(), checked(each.getKey(), each.getValue()));
      }
      byName = known;
    }
    return known;
  }

  private Map<String, FromAnywhere> fromAnywhere() {
    TokenCalls tokens = new TokenCalls(engine);
    return Map.ofEntries(
        Map.entry("stopExecution", executions::stop),
        Map.entry("redriveExecution", new RedriveCalls(engine, allExecutions)::redrive),
        Map.entry("describeExecution", executions::describe),
        Map.entry("getExecutionHistory", executions::history),
        Map.entry("listExecutions", executions::list),
        Map.entry("describeStateMachine", machines::describe),
        Map.entry("describeStateMachineForExecution", machines::describeForExecution),
        Map.entry("deleteStateMachine", machines::delete),
        Map.entry("validateStateMachineDefinition", ValidateDefinition::call),
        Map.entry("testState", new StateTestCall(engine)::call),
        Map.entry("describeMapRun", mapRuns::describe),
        Map.entry("listMapRuns", mapRuns::list),
        Map.entry("describeActivity", activities::describe),
        Map.entry(
            "getActivityTask",
            request -> activities.getActivityTask(request, Activities.LONG_POLL)),
        Map.entry("sendTaskSuccess", tokens::success),
        Map.entry("sendTaskFailure", tokens::failure),
        Map.entry("sendTaskHeartbeat", tokens::heartbeat));
  }

  private Operation checked(String name, FromAnywhere operation) {
    return (request, by) -> {
      check(name, request);
      return operation.call(request);
    };
  }

  private void check(String name, Request request) {
    deletions.finish();
    RequestModel.check(name, request.json(), limits);
  }

  /** Forgets the deleted machines whose time has come by now. */
  void finishDeletions() {
    deletions.finish();
  }

  /** When the next machine that is being deleted is gone; empty if none is. */
  Optional<Instant> nextDeletion() {
    return deletions.next();
  }

  /**
   * Checks that executions of a machine can be started.
   *
   * @throws StepFunctionsException {@code StateMachineDeleting} or {@code StateMachineDoesNotExist}
   */
  void requireStartable(String stateMachineArn) {
    deletions.finish();
    machines.startable(stateMachineArn, null);
  }

  /** The operation of a name such as {@code describeExecution}. */
  Optional<Operation> find(String name) {
    return Optional.ofNullable(byName().get(name));
  }

  /** The names of all operations. */
  List<String> names() {
    return List.copyOf(byName().keySet());
  }

  /** StartExecution. */
  ExecutionRun start(Request request, @Nullable ExecutionRun startedBy) {
    check("startExecution", request);
    return executions.start(request, startedBy);
  }

  /** StartSyncExecution, as far as it does not wait. */
  ExecutionRun startSync(Request request, @Nullable ExecutionRun startedBy) {
    check("startSyncExecution", request);
    return executions.startSync(request, startedBy);
  }

  /** GetActivityTask, as far as it does not wait. */
  ObjectNode takeTask(Request request) {
    check("getActivityTask", request);
    return activities.getActivityTask(request, Duration.ZERO);
  }

  private ObjectNode startSyncExecution(Request request, @Nullable ExecutionRun startedBy) {
    ExecutionRun run = startSync(request, startedBy);
    executions.await(run);
    ObjectNode answer = ServiceJson.synced(run.snapshot());
    return request.isForMetadataOnly() ? ServiceJson.withoutData(answer) : answer;
  }
}
