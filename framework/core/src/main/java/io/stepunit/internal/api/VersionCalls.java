package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Optional;

/** The operations about versions of state machines. */
final class VersionCalls {
  private static final String VERSION = "stateMachineVersionArn";

  private final Engine engine;
  private final Machines machines;
  private final MachineCalls calls;

  VersionCalls(Engine engine, Machines machines, MachineCalls calls) {
    this.engine = engine;
    this.machines = machines;
    this.calls = calls;
  }

  /** PublishStateMachineVersion. */
  ObjectNode publish(Request request) {
    RegisteredMachine registered = calls.active(request);
    Revision present = registered.revision();
    request
        .optional("revisionId")
        .filter(asked -> !asked.equals(present.called()))
        .ifPresent(
            asked -> {
              throw conflict(
                  "Failed to publish the State Machine version for revision %s. The current State Machine revision is %s."
                      .formatted(asked, present.called()));
            });
    return registered
        .versions()
        .publish(present, request.optional("description"), engine.clock().instant())
        .listed();
  }

  /** ListStateMachineVersions, latest first. */
  ObjectNode list(Request request) {
    String arn = Arns.require(request.required("stateMachineArn"), "stateMachine");
    List<Version> all =
        machines
            .findExactly(arn)
            .map(RegisteredMachine::versions)
            .map(Versions::all)
            .orElse(List.of());
    return Pages.page(request, "stateMachineVersions", all, Version::listed);
  }

  /** DeleteStateMachineVersion; executions of the version run to their end. */
  ObjectNode delete(Request request) {
    String arn = Arns.require(request.required(VERSION), "stateMachine");
    if (!Machines.isVersion(arn)) {
      throw new StepFunctionsException(
          "InvalidArn", "Invalid Arn: 'ARN is not in correct format: " + arn + "'");
    }
    Optional<RegisteredMachine> registered = machines.findExactly(Machines.withoutQualifier(arn));
    registered.ifPresent(machine -> delete(machine, arn));
    return Json.NODES.objectNode();
  }

  private static void delete(RegisteredMachine machine, String arn) {
    List<String> aliases = machine.aliases().leadingTo(arn).stream().map(Alias::name).toList();
    if (!aliases.isEmpty()) {
      throw conflict(
          "Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: "
              + aliases);
    }
    machine.versions().find(arn).ifPresent(machine.versions()::delete);
  }

  private static StepFunctionsException conflict(String reason) {
    return new StepFunctionsException("ConflictException", reason);
  }
}
