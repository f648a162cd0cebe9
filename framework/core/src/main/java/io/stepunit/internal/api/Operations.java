package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.limit.EngineLimits;
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
  private final Deletions deletions;
  private final MachineCalls machines;
  private final ExecutionCalls executions;
  private final EngineLimits limits;
  private final Map<String, Operation> byName = new TreeMap<>();

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
    this.deletions = new Deletions(engine, machines, executions);
    this.limits = engine.settings().limits();
    this.machines = new MachineCalls(machines, deletions, executions);
    MapRunCalls mapRuns = new MapRunCalls(engine, executions);
    ExecutionCalls executionCalls = new ExecutionCalls(engine, this.machines, executions, mapRuns);
    this.executions = executionCalls;
    TokenCalls tokens = new TokenCalls(engine);
    byName.put("startExecution", (request, by) -> ServiceJson.started(start(request, by)));
    byName.put("startSyncExecution", this::startSyncExecution);
    put("stopExecution", executionCalls::stop);
    put("redriveExecution", new RedriveCalls(engine, executions)::redrive);
    put("describeExecution", executionCalls::describe);
    put("getExecutionHistory", executionCalls::history);
    put("listExecutions", executionCalls::list);
    put("describeStateMachine", this.machines::describe);
    put("describeStateMachineForExecution", this.machines::describeForExecution);
    put("deleteStateMachine", this.machines::delete);
    put("validateStateMachineDefinition", ValidateDefinition::call);
    put("testState", new StateTestCall(engine)::call);
    put("describeMapRun", mapRuns::describe);
    put("listMapRuns", mapRuns::list);
    put("describeActivity", activities::describe);
    put("getActivityTask", activities::getActivityTask);
    put("sendTaskSuccess", tokens::success);
    put("sendTaskFailure", tokens::failure);
    put("sendTaskHeartbeat", tokens::heartbeat);
  }

  private void put(String name, FromAnywhere operation) {
    byName.put(
        name,
        (request, by) -> {
          check(name, request);
          return operation.call(request);
        });
  }

  private void check(String name, Request request) {
    deletions.finish();
    RequestModel.check(name, request.json(), limits);
  }

  /** Forgets the deleted machines whose time has come by now. */
  void finishDeletions() {
    deletions.finish();
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
    return Optional.ofNullable(byName.get(name));
  }

  /** The names of all operations. */
  List<String> names() {
    return List.copyOf(byName.keySet());
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

  private ObjectNode startSyncExecution(Request request, @Nullable ExecutionRun startedBy) {
    ExecutionRun run = startSync(request, startedBy);
    executions.await(run);
    ObjectNode answer = ServiceJson.synced(run.snapshot());
    return request.isForMetadataOnly() ? ServiceJson.withoutData(answer) : answer;
  }
}
