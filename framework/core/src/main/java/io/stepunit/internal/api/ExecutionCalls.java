package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.Part;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations about executions. */
final class ExecutionCalls {
  private final Engine engine;
  private final MachineCalls machines;
  private final Executions executions;
  private final MapRunCalls mapRuns;

  ExecutionCalls(Engine engine, MachineCalls machines, Executions executions, MapRunCalls mapRuns) {
    this.engine = engine;
    this.machines = machines;
    this.executions = executions;
    this.mapRuns = mapRuns;
  }

  /** StartExecution. */
  ExecutionRun start(Request request, @Nullable ExecutionRun startedBy) {
    return start(
        machines.startable(request.required("stateMachineArn"), startedBy),
        request,
        startedBy,
        false);
  }

  /** StartSyncExecution, as far as it does not wait. */
  ExecutionRun startSync(Request request, @Nullable ExecutionRun startedBy) {
    RegisteredMachine registered =
        machines.startable(request.required("stateMachineArn"), startedBy);
    requireType(registered, WorkflowType.EXPRESS);
    return start(registered, request, startedBy, true);
  }

  private ExecutionRun start(
      RegisteredMachine registered,
      Request request,
      @Nullable ExecutionRun startedBy,
      boolean synchronous) {
    return executions.start(
        registered.machine(),
        new StartRequest(
            Part.whole(registered.machine()),
            request.optional("name"),
            SentData.input(request, engine.settings().limits().payloadBytes()),
            registered.tasks(),
            startedBy == null || startedBy.handDriven(),
            synchronous,
            Optional.ofNullable(startedBy)));
  }

  private static void requireType(RegisteredMachine registered, WorkflowType type) {
    if (registered.machine().type() != type) {
      throw new StepFunctionsException(
          "StateMachineTypeNotSupported",
          "This operation is not supported by this type of state machine");
    }
  }

  /** Lets time pass until an execution has ended. */
  void await(ExecutionRun run) {
    engine.runUntil(run::isEnded);
  }

  /** StopExecution. */
  ObjectNode stop(Request request) {
    ExecutionRun run = named(request);
    run.stop(request.optional("error").orElse(null), request.optional("cause").orElse(null));
    return Json.NODES.objectNode().put("stopDate", ServiceJson.date(run.stoppedAt().orElseThrow()));
  }

  /** DescribeExecution. */
  ObjectNode describe(Request request) {
    ObjectNode described =
        ServiceJson.described(executions.requireChildOrOther(request.required("executionArn")));
    return request.isForMetadataOnly() ? ServiceJson.withoutData(described) : described;
  }

  /** GetExecutionHistory. */
  ObjectNode history(Request request) {
    boolean withData = request.flag("includeExecutionData", true);
    List<EventRecord> events = named(request).events();
    return Pages.page(
        request,
        "events",
        request.flag("reverseOrder", false) ? new Reversed<>(events) : events,
        event -> withData ? HistoryJson.tree(event) : HistoryJson.withoutData(event));
  }

  /** ListExecutions, latest first. */
  ObjectNode list(Request request) {
    if (request.optional("mapRunArn").isPresent()) {
      return mapRuns.listChildren(request);
    }
    if (request.optional("redriveFilter").isPresent()) {
      throw new StepFunctionsException(
          "ValidationException",
          "RedriveFilter cannot be applied to ListExecutions call with StateMachine ARN");
    }
    RegisteredMachine registered = machines.required(request);
    requireType(registered, WorkflowType.STANDARD);
    Optional<String> status = request.optional("statusFilter");
    List<JsonNode> found = new ArrayList<>();
    for (ExecutionRun run : executions.listed(registered.machine().arn())) {
      if (status.isEmpty() || status.get().equals(run.status().name())) {
        found.add(0, ServiceJson.listed(run));
      }
    }
    return Pages.page(request, "executions", found);
  }

  private ExecutionRun named(Request request) {
    return executions.require(request.required("executionArn"));
  }
}
