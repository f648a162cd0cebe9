package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.Part;
import io.stepunit.internal.engine.Qualifiers;
import io.stepunit.internal.history.EventRecord;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations about executions. */
final class ExecutionCalls {
  private final Engine engine;
  private final MachineCalls machines;
  private final Executions executions;
  private final MapRunCalls mapRuns;
  private @Nullable TestCases testCases;

  ExecutionCalls(Engine engine, MachineCalls machines, Executions executions, MapRunCalls mapRuns) {
    this.engine = engine;
    this.machines = machines;
    this.executions = executions;
    this.mapRuns = mapRuns;
  }

  /** From now on executions can be started with test cases. */
  void testCases(TestCases cases) {
    testCases = cases;
  }

  /** StartExecution. */
  ExecutionRun start(Request request, @Nullable ExecutionRun startedBy) {
    return start(begin(request, startedBy), request, startedBy, false);
  }

  /** StartSyncExecution, as far as it does not wait. */
  ExecutionRun startSync(Request request, @Nullable ExecutionRun startedBy) {
    Start start = begin(request, startedBy);
    requireType(start.startable().registered(), WorkflowType.EXPRESS);
    return start(start, request, startedBy, true);
  }

  /** What to start, and who answers its Tasks. */
  private record Start(Startable startable, TaskDispatcher tasks) {}

  /** Behind the ARN, {@code #} and the name of a test case may follow. */
  private Start begin(Request request, @Nullable ExecutionRun startedBy) {
    String arn = request.required("stateMachineArn");
    int mark = arn.indexOf('#');
    if (testCases == null || mark < 0) {
      Startable startable = machines.startable(arn, startedBy);
      return new Start(startable, startable.registered().tasks());
    }
    Startable startable = machines.startable(arn.substring(0, mark), startedBy);
    return new Start(
        startable, testCases.tasks(startable.revision().machine(), arn.substring(mark + 1)));
  }

  private ExecutionRun start(
      Start start, Request request, @Nullable ExecutionRun startedBy, boolean synchronous) {
    return executions.start(
        start.startable(),
        new StartRequest(
            Part.whole(start.startable().machine()),
            request.optional("name"),
            SentData.input(request, engine.settings().limits().payloadBytes()),
            start.tasks(),
            startedBy == null || startedBy.handDriven(),
            synchronous,
            request.optional("traceHeader"),
            Optional.ofNullable(startedBy)));
  }

  private static void requireType(RegisteredMachine registered, WorkflowType type) {
    if (registered.type() != type) {
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
    ExecutionRun run = executions.requireChildOrOther(request.required("executionArn"));
    ObjectNode described = traced(ServiceJson.described(run), run);
    return request.isForMetadataOnly() ? ServiceJson.withoutData(described) : described;
  }

  /** StartSyncExecution: what became of an execution that was started so. */
  ObjectNode synced(ExecutionRun run) {
    return traced(ServiceJson.synced(run.snapshot()), run);
  }

  private ObjectNode traced(ObjectNode json, ExecutionRun run) {
    executions.traceHeaderOf(run).ifPresent(header -> json.put("traceHeader", header));
    return json;
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
    List<ExecutionRun> found =
        listed(request.required("stateMachineArn")).stream()
            .filter(run -> isAskedFor(request, run))
            .toList();
    return Pages.page(request, "executions", found, ServiceJson::listed);
  }

  /** The executions of a machine, a version or an alias, latest first. */
  List<ExecutionRun> listed(String arn) {
    RegisteredMachine registered = machines.listable(arn);
    requireType(registered, WorkflowType.STANDARD);
    return new Reversed<>(
        executions.listed(registered.arn()).stream().filter(run -> isNamedBy(arn, run)).toList());
  }

  /** Whether an execution is of the machine, the version or the alias of an ARN. */
  private static boolean isNamedBy(String arn, ExecutionRun run) {
    Qualifiers qualifiers = run.machine().qualifiers();
    return Machines.withoutQualifier(arn).equals(arn)
        || qualifiers.versionArn().filter(arn::equals).isPresent()
        || qualifiers.aliasArn().filter(arn::equals).isPresent();
  }

  private static boolean isAskedFor(Request request, ExecutionRun run) {
    String status = run.status().name();
    return request.optional("statusFilter").orElse(status).equals(status);
  }

  private ExecutionRun named(Request request) {
    return executions.require(request.required("executionArn"));
  }
}
