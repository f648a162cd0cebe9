package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations that find, show and delete state machines. */
final class MachineCalls {
  private static final String MACHINE = "stateMachineArn";

  private final Engine engine;
  private final Machines machines;
  private final Deletions deletions;
  private final Executions executions;

  MachineCalls(Engine engine, Machines machines, Deletions deletions, Executions executions) {
    this.engine = engine;
    this.machines = machines;
    this.deletions = deletions;
    this.executions = executions;
  }

  /**
   * The machine that a request names, without a version and an alias.
   *
   * @throws StepFunctionsException {@code InvalidArn} or {@code StateMachineDoesNotExist}
   */
  RegisteredMachine required(Request request) {
    String arn = request.required(MACHINE);
    return machines
        .findExactly(arn)
        .orElseThrow(() -> doesNotExist("State Machine", Arns.require(arn, "stateMachine")));
  }

  /**
   * The same, if the machine is not being deleted.
   *
   * @throws StepFunctionsException the same, and {@code StateMachineDeleting}
   */
  RegisteredMachine active(Request request) {
    return deletions.requireActive(required(request));
  }

  /**
   * What a start runs that names a machine, a version or an alias.
   *
   * @param startedBy the execution whose Task calls, null for a call from outside
   * @throws StepFunctionsException {@code InvalidArn}, {@code StateMachineDoesNotExist} or {@code
   *     StateMachineDeleting}
   */
  Startable startable(String arn, @Nullable ExecutionRun startedBy) {
    Startable found =
        machines
            .findExactly(arn)
            .map(Startable::present)
            .or(() -> published(arn))
            .or(() -> startedBy == null ? Optional.empty() : unpublished(arn))
            .orElseThrow(() -> doesNotExist(arn));
    deletions.requireActive(found.registered());
    return found;
  }

  private Optional<Startable> published(String arn) {
    return ofQualified(arn).flatMap(registered -> published(registered, arn));
  }

  private Optional<RegisteredMachine> ofQualified(String arn) {
    return machines.findExactly(Machines.withoutQualifier(arn));
  }

  private Optional<Startable> published(RegisteredMachine registered, String arn) {
    Optional<Startable> version =
        registered.versions().find(arn).map(found -> Startable.version(registered, found));
    return version.or(() -> registered.aliases().find(arn).map(alias -> led(registered, alias)));
  }

  private Startable led(RegisteredMachine registered, Alias alias) {
    String versionArn = alias.route().choose(engine.nextPercentage());
    Version version = registered.versions().find(versionArn).orElseThrow();
    return Startable.alias(registered, alias, version);
  }

  /**
   * A Task may name a version or an alias of a machine that the test never publishes: its one
   * definition stands for all of them.
   */
  private Optional<Startable> unpublished(String arn) {
    return machines
        .find(arn)
        .filter(registered -> !registered.versions().wereMade())
        .map(Startable::present);
  }

  private static StepFunctionsException doesNotExist(String arn) {
    String version = Machines.isVersion(Arns.require(arn, "stateMachine")) ? " Version" : "";
    return doesNotExist("State Machine" + version, arn);
  }

  private static StepFunctionsException doesNotExist(String what, String arn) {
    return new StepFunctionsException(
        "StateMachineDoesNotExist", what + " Does Not Exist: '" + arn + "'");
  }

  /**
   * The machine whose executions are listed by its ARN, or by that of a version, which may be
   * deleted, or an alias.
   *
   * @throws StepFunctionsException {@code InvalidArn} or {@code StateMachineDoesNotExist}
   */
  RegisteredMachine listable(String arn) {
    return machines
        .findExactly(arn)
        .or(() -> ofQualified(arn).filter(registered -> hasOrHad(registered, arn)))
        .orElseThrow(() -> doesNotExist(arn));
  }

  private static boolean hasOrHad(RegisteredMachine registered, String arn) {
    return Machines.isVersion(arn)
        ? registered.versions().everHad(arn)
        : registered.aliases().find(arn).isPresent();
  }

  /** DescribeStateMachine: of a machine, a version, or what a Distributed Map's children run. */
  ObjectNode describe(Request request) {
    String arn = request.required(MACHINE);
    Optional<RegisteredMachine> unqualified = machines.findExactly(arn);
    RegisteredMachine registered =
        unqualified
            .or(() -> ofQualified(arn))
            .or(() -> ofLabelled(arn))
            .orElseThrow(() -> doesNotExist(arn));
    ObjectNode described =
        unqualified
            .map(MachineJson::described)
            .or(() -> registered.versions().find(arn).map(MachineJson::described))
            .map(json -> asAsked(request, json))
            .or(() -> labelled(registered, arn))
            .orElseThrow(() -> doesNotExist(arn));
    return described.put("status", deletions.isDeleting(registered) ? "DELETING" : "ACTIVE");
  }

  /** The machine of {@code …:stateMachine:NAME/LABEL}. */
  private Optional<RegisteredMachine> ofLabelled(String arn) {
    int slash = arn.lastIndexOf('/');
    return slash < 0 ? Optional.empty() : machines.findExactly(arn.substring(0, slash));
  }

  /** As measured, its definition is told even where no data are asked for. */
  private static Optional<ObjectNode> labelled(RegisteredMachine registered, String arn) {
    return registered
        .machine()
        .childMachine(arn.substring(arn.lastIndexOf('/') + 1))
        .filter(child -> child.arn().equals(arn))
        .map(child -> MachineJson.described(registered, child));
  }

  /**
   * DescribeStateMachineForExecution: the machine as it was at the start of the execution; of a
   * child of a Map Run, what the children run.
   */
  ObjectNode describeForExecution(Request request) {
    ExecutionRun run = executions.require(request.required("executionArn"));
    Revision revision = executions.revisionOf(run.top());
    ObjectNode described = MachineJson.described(run.machine(), revision);
    described.put("updateDate", ServiceJson.date(revision.since()));
    run.childOf()
        .ifPresent(
            mapRun -> MachineJson.labelled(described, run.machine()).put("mapRunArn", mapRun));
    return asAsked(request, described);
  }

  private static ObjectNode asAsked(Request request, ObjectNode described) {
    return request.isForMetadataOnly() ? described.put("definition", "{}") : described;
  }

  /** ListStateMachines, by name. */
  ObjectNode list(Request request) {
    List<RegisteredMachine> all =
        machines.all().stream()
            .sorted(Comparator.comparing(registered -> registered.machine().name()))
            .toList();
    return Pages.page(request, "stateMachines", all, MachineJson::listed);
  }

  /** DeleteStateMachine. */
  ObjectNode delete(Request request) {
    deletions.begin(Arns.require(request.required(MACHINE), "stateMachine"));
    return Json.NODES.objectNode();
  }
}
