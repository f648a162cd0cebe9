package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The operations about state machines. */
final class MachineCalls {
  private static final String MACHINE = "stateMachineArn";

  private final Machines machines;
  private final Deletions deletions;
  private final Executions executions;

  MachineCalls(Machines machines, Deletions deletions, Executions executions) {
    this.machines = machines;
    this.deletions = deletions;
    this.executions = executions;
  }

  /**
   * The machine that a request names.
   *
   * @throws StepFunctionsException {@code InvalidArn} or {@code StateMachineDoesNotExist}
   */
  RegisteredMachine required(Request request) {
    String arn = request.required(MACHINE);
    return machines.findExactly(arn).orElseThrow(() -> doesNotExist(arn));
  }

  /**
   * The machine to start. A Task may name it by a version or an alias, for all of which the one
   * definition stands.
   *
   * @param startedBy the execution whose Task calls, null for a call from outside
   * @throws StepFunctionsException {@code InvalidArn}, {@code StateMachineDoesNotExist} or {@code
   *     StateMachineDeleting}
   */
  RegisteredMachine startable(String arn, @Nullable ExecutionRun startedBy) {
    RegisteredMachine registered =
        (startedBy == null ? machines.findExactly(arn) : machines.find(arn))
            .orElseThrow(() -> doesNotExist(arn));
    if (deletions.isDeleting(registered)) {
      throw new StepFunctionsException(
          "StateMachineDeleting",
          "State Machine is being deleted: '" + registered.machine().arn() + "'");
    }
    return registered;
  }

  private static StepFunctionsException doesNotExist(String arn) {
    String what = Machines.isVersion(Arns.require(arn, "stateMachine")) ? " Version" : "";
    return new StepFunctionsException(
        "StateMachineDoesNotExist", "State Machine" + what + " Does Not Exist: '" + arn + "'");
  }

  /** DescribeStateMachine. */
  ObjectNode describe(Request request) {
    RegisteredMachine registered = required(request);
    ObjectNode described = ServiceJson.machine(registered.machine());
    described.put("status", deletions.isDeleting(registered) ? "DELETING" : "ACTIVE");
    described.put("type", registered.machine().type().name());
    described.put("creationDate", ServiceJson.date(registered.createdAt()));
    return asAsked(request, described);
  }

  /**
   * DescribeStateMachineForExecution: the machine as it was at the start of the execution; of a
   * child of a Map Run, what the children run.
   */
  ObjectNode describeForExecution(Request request) {
    ExecutionRun run = executions.require(request.required("executionArn"));
    ObjectNode described = ServiceJson.machine(run.machine());
    described.put("updateDate", ServiceJson.date(changed(run.top())));
    run.childOf()
        .ifPresent(
            mapRun -> {
              String name = run.machine().name();
              int slash = name.indexOf('/');
              described.put("name", name.substring(0, slash));
              described.put("mapRunArn", mapRun);
              described.put("label", name.substring(slash + 1));
            });
    return asAsked(request, described);
  }

  private Instant changed(ExecutionRun run) {
    return machines
        .findExactly(run.machine().arn())
        .filter(registered -> registered.machine().equals(run.machine()))
        .map(RegisteredMachine::createdAt)
        .orElse(run.startedAt());
  }

  private static ObjectNode asAsked(Request request, ObjectNode described) {
    return request.isForMetadataOnly() ? described.put("definition", "{}") : described;
  }

  /** DeleteStateMachine. */
  ObjectNode delete(Request request) {
    deletions.begin(Arns.require(request.required(MACHINE), "stateMachine"));
    return Json.NODES.objectNode();
  }
}
