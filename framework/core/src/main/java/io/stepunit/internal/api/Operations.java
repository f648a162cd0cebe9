package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.Part;
import io.stepunit.internal.engine.limit.PayloadSize;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The operations of the service's API, by the names that SDK integrations give them. */
final class Operations {
  private final Engine engine;
  private final Machines machines;
  private final Executions executions;
  private final Map<String, Operation> byName = new TreeMap<>();

  /** One operation. */
  interface Operation {
    /**
     * Makes the call.
     *
     * @param startedBy the execution whose Task calls, null for a call from outside
     */
    ObjectNode call(Request request, @Nullable ExecutionRun startedBy);
  }

  private interface FromAnywhere {
    ObjectNode call(Request request);
  }

  Operations(Engine engine, Machines machines, Executions executions, Activities activities) {
    this.engine = engine;
    this.machines = machines;
    this.executions = executions;
    TokenCalls tokens = new TokenCalls(engine);
    byName.put("startExecution", (request, by) -> ServiceJson.started(start(request, by)));
    byName.put("startSyncExecution", this::startSyncExecution);
    put("stopExecution", this::stopExecution);
    put("describeExecution", this::describeExecution);
    put("getExecutionHistory", this::getExecutionHistory);
    put("listExecutions", this::listExecutions);
    put("describeStateMachine", this::describeStateMachine);
    put("describeStateMachineForExecution", this::describeStateMachineForExecution);
    put("deleteStateMachine", this::deleteStateMachine);
    put("validateStateMachineDefinition", ValidateDefinition::call);
    put("redriveExecution", this::redriveExecution);
    MapRunCalls mapRuns = new MapRunCalls(engine, executions);
    put("describeMapRun", mapRuns::describe);
    put("listMapRuns", mapRuns::list);
    put("getActivityTask", activities::getActivityTask);
    put("sendTaskSuccess", tokens::success);
    put("sendTaskFailure", tokens::failure);
    put("sendTaskHeartbeat", tokens::heartbeat);
  }

  private void put(String name, FromAnywhere operation) {
    byName.put(name, (request, by) -> operation.call(request));
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
    RegisteredMachine registered = machine(request.required("stateMachineArn"));
    JsonNode input =
        request
            .data("input", "InvalidExecutionInput", "Invalid State Machine Execution Input")
            .orElseGet(Json.NODES::objectNode);
    int limit = engine.settings().limits().payloadBytes();
    if (!PayloadSize.fits(input, limit)) {
      throw new StepFunctionsException(
          "InvalidExecutionInput",
          "Invalid State Machine Execution Input: 'size of %d bytes is more than %d'"
              .formatted(Json.size(input), limit));
    }
    return executions.start(
        registered.machine(),
        new StartRequest(
            Part.whole(registered.machine()),
            request.optional("name"),
            input,
            registered.tasks(),
            startedBy == null || startedBy.handDriven(),
            Optional.ofNullable(startedBy)));
  }

  /** StartSyncExecution, as far as it does not wait. */
  ExecutionRun startSync(Request request, @Nullable ExecutionRun startedBy) {
    requireType(machine(request.required("stateMachineArn")), WorkflowType.EXPRESS);
    return start(request, startedBy);
  }

  private static void requireType(RegisteredMachine registered, WorkflowType type) {
    if (registered.machine().type() != type) {
      throw new StepFunctionsException(
          "StateMachineTypeNotSupported",
          "This operation is not supported by this type of state machine");
    }
  }

  private ObjectNode startSyncExecution(Request request, @Nullable ExecutionRun startedBy) {
    ExecutionRun run = startSync(request, startedBy);
    engine.runUntil(run::isEnded);
    return ServiceJson.synced(run.snapshot());
  }

  private RegisteredMachine machine(String arn) {
    return machines
        .find(arn)
        .orElseThrow(
            () ->
                new StepFunctionsException(
                    "StateMachineDoesNotExist",
                    "State Machine Does Not Exist: '" + Arns.require(arn, "stateMachine") + "'"));
  }

  private ObjectNode stopExecution(Request request) {
    ExecutionRun run = executions.require(request.required("executionArn"));
    run.stop(request.optional("error").orElse(null), request.optional("cause").orElse(null));
    return Json.NODES.objectNode().put("stopDate", ServiceJson.date(run.stoppedAt().orElseThrow()));
  }

  private ObjectNode redriveExecution(Request request) {
    ExecutionRun run = executions.require(request.required("executionArn"));
    run.whyNotRedrivable()
        .ifPresent(
            reason -> {
              throw new StepFunctionsException("ExecutionNotRedrivable", reason);
            });
    engine.redrive(run);
    return Json.NODES.objectNode().put("redriveDate", ServiceJson.date(engine.clock().instant()));
  }

  private ObjectNode describeExecution(Request request) {
    return ServiceJson.described(executions.require(request.required("executionArn")));
  }

  private ObjectNode getExecutionHistory(Request request) {
    ExecutionRecord execution = executions.require(request.required("executionArn")).snapshot();
    List<JsonNode> events = new ArrayList<>();
    HistoryJson.tree(execution.events()).get("events").forEach(events::add);
    if (request.flag("reverseOrder", false)) {
      Collections.reverse(events);
    }
    return Pages.page(request, "events", events);
  }

  private ObjectNode listExecutions(Request request) {
    RegisteredMachine registered = machine(request.required("stateMachineArn"));
    requireType(registered, WorkflowType.STANDARD);
    Optional<String> status = request.optional("statusFilter");
    List<JsonNode> found = new ArrayList<>();
    for (ExecutionRun run : executions.of(registered.machine().arn())) {
      if (status.isEmpty() || status.get().equals(run.status().name())) {
        found.add(0, ServiceJson.listed(run.snapshot()));
      }
    }
    return Pages.page(request, "executions", found);
  }

  private ObjectNode describeStateMachine(Request request) {
    return ServiceJson.described(machine(request.required("stateMachineArn")));
  }

  private ObjectNode describeStateMachineForExecution(Request request) {
    ExecutionRun run = executions.require(request.required("executionArn"));
    return ServiceJson.describedForExecution(
        machines
            .find(run.machine().arn())
            .orElseGet(
                () -> new RegisteredMachine(run.machine(), run.dispatcher(), run.startedAt())));
  }

  private ObjectNode deleteStateMachine(Request request) {
    machines.delete(Arns.require(request.required("stateMachineArn"), "stateMachine"));
    return Json.NODES.objectNode();
  }
}
