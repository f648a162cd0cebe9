package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the service's API, by the names that SDK integrations give them. Each checks
 * the members of its request first.
 */
final class Operations {
  private final Engine engine;
  private final Executions allExecutions;
  private final Machines allMachines;
  private final Activities activities;
  private final ActivityCalls activityCalls;
  private final MapRunCalls mapRuns;
  private final Deletions deletions;
  private final MachineCalls machines;
  private final Supplier<MachineMaker> maker;
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

  /**
   * @param maker makes the machines that are created
   */
  Operations(
      Engine engine,
      Machines machines,
      Executions executions,
      Activities activities,
      Supplier<MachineMaker> maker) {
    this.engine = engine;
    this.activities = activities;
    this.activityCalls = new ActivityCalls(engine, activities);
    this.allExecutions = executions;
    this.allMachines = machines;
    this.maker = maker;
    this.deletions = new Deletions(engine, machines, executions);
    this.limits = engine.settings().limits();
    this.machines = new MachineCalls(engine, machines, deletions, executions);
    this.mapRuns = new MapRunCalls(engine, executions);
    this.executions = new ExecutionCalls(engine, this.machines, executions, mapRuns);
  }

  private Map<String, Operation> byName() {
    Map<String, Operation> known = byName;
    if (known == null) {
      Map<String, Operation> all = new TreeMap<>();
      all.put("startExecution", (request, by) -> ServiceJson.started(start(request, by)));
      all.put("startSyncExecution", this::startSyncExecution);
      for (Map<String, FromAnywhere> each :
          List.of(ofMachines(), ofVersions(), ofExecutions(), ofActivities(), ofTags())) {
        each.forEach((name, operation) -> all.put(name, checked(name, operation)));
      }
      byName = all;
      known = all;
    }
    return known;
  }

  private Map<String, FromAnywhere> ofMachines() {
    MachineChanges changes = new MachineChanges(engine, allMachines, machines, deletions, maker);
    return Map.ofEntries(
        Map.entry("createStateMachine", changes::create),
        Map.entry("updateStateMachine", changes::update),
        Map.entry("describeStateMachine", machines::describe),
        Map.entry("describeStateMachineForExecution", machines::describeForExecution),
        Map.entry("listStateMachines", machines::list),
        Map.entry("deleteStateMachine", machines::delete),
        Map.entry("validateStateMachineDefinition", ValidateDefinition::call),
        Map.entry("testState", new StateTestCall(engine)::call));
  }

  private Map<String, FromAnywhere> ofVersions() {
    VersionCalls versions = new VersionCalls(engine, allMachines, machines);
    AliasCalls aliases = new AliasCalls(engine, allMachines, deletions);
    return Map.ofEntries(
        Map.entry("publishStateMachineVersion", versions::publish),
        Map.entry("listStateMachineVersions", versions::list),
        Map.entry("deleteStateMachineVersion", versions::delete),
        Map.entry("createStateMachineAlias", aliases::create),
        Map.entry("updateStateMachineAlias", aliases::update),
        Map.entry("describeStateMachineAlias", aliases::describe),
        Map.entry("listStateMachineAliases", aliases::list),
        Map.entry("deleteStateMachineAlias", aliases::delete));
  }

  private Map<String, FromAnywhere> ofExecutions() {
    TokenCalls tokens = new TokenCalls(engine);
    return Map.ofEntries(
        Map.entry("stopExecution", executions::stop),
        Map.entry("redriveExecution", new RedriveCalls(engine, allExecutions)::redrive),
        Map.entry("describeExecution", executions::describe),
        Map.entry("getExecutionHistory", executions::history),
        Map.entry("listExecutions", executions::list),
        Map.entry("describeMapRun", mapRuns::describe),
        Map.entry("updateMapRun", mapRuns::update),
        Map.entry("listMapRuns", mapRuns::list),
        Map.entry("sendTaskSuccess", tokens::success),
        Map.entry("sendTaskFailure", tokens::failure),
        Map.entry("sendTaskHeartbeat", tokens::heartbeat));
  }

  private Map<String, FromAnywhere> ofActivities() {
    return Map.ofEntries(
        Map.entry("createActivity", activityCalls::create),
        Map.entry("describeActivity", activityCalls::describe),
        Map.entry("listActivities", activityCalls::list),
        Map.entry("deleteActivity", activityCalls::delete),
        Map.entry(
            "getActivityTask",
            request -> activityCalls.getActivityTask(request, Activities.LONG_POLL)));
  }

  private Map<String, FromAnywhere> ofTags() {
    TagCalls tags = new TagCalls(allMachines, activities);
    return Map.ofEntries(
        Map.entry("tagResource", tags::tag),
        Map.entry("untagResource", tags::untag),
        Map.entry("listTagsForResource", tags::list));
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

  /** From now on executions can be started with test cases. */
  void testCases(TestCases cases) {
    executions.testCases(cases);
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

  /** ListExecutions of a machine, a version or an alias: all of them. */
  List<ExecutionRun> listed(String stateMachineArn) {
    check(
        "listExecutions",
        new Request(Json.NODES.objectNode().put("stateMachineArn", stateMachineArn)));
    return executions.listed(stateMachineArn);
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
    return activityCalls.getActivityTask(request, Duration.ZERO);
  }

  private ObjectNode startSyncExecution(Request request, @Nullable ExecutionRun startedBy) {
    ExecutionRun run = startSync(request, startedBy);
    executions.await(run);
    ObjectNode answer = executions.synced(run);
    return request.isForMetadataOnly() ? ServiceJson.withoutData(answer) : answer;
  }
}
