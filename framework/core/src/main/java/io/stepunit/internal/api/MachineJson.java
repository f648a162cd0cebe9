package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.engine.SimulatedMachine;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.CompiledDefinition;

/** The service's answers about machines, with the members of the API reference. */
final class MachineJson {
  private static final String ARN = "stateMachineArn";
  private static final String CREATED = "creationDate";

  private MachineJson() {}

  /** CreateStateMachine, and ListStateMachines: what both tell. */
  static ObjectNode created(RegisteredMachine registered) {
    return Json.NODES
        .objectNode()
        .put(ARN, registered.arn())
        .put(CREATED, ServiceJson.date(registered.createdAt()));
  }

  /** ListStateMachines: one of them. */
  static ObjectNode listed(RegisteredMachine registered) {
    return created(registered)
        .put("name", registered.machine().name())
        .put("type", registered.type().name());
  }

  /** DescribeStateMachine and DescribeStateMachineForExecution: what both tell. */
  static ObjectNode described(SimulatedMachine machine, Revision revision) {
    ObjectNode json = Json.NODES.objectNode();
    json.put(ARN, machine.arn());
    json.put("name", machine.name());
    json.put("definition", machine.definition().sourceText());
    json.put("roleArn", machine.roleArn());
    revision.settings().addTo(json);
    variableReferences(json, machine.definition());
    revision.id().ifPresent(id -> json.put("revisionId", id));
    return json;
  }

  /** DescribeStateMachine of the machine itself. */
  static ObjectNode described(RegisteredMachine registered) {
    ObjectNode json = described(registered.machine(), registered.revision());
    json.put("type", registered.type().name());
    return json.put(CREATED, ServiceJson.date(registered.createdAt()));
  }

  /** DescribeStateMachine of a version. */
  static ObjectNode described(Version version) {
    SimulatedMachine machine = version.revision().machine();
    ObjectNode json = described(machine, version.revision());
    json.put(ARN, version.arn());
    json.put("type", machine.type().name());
    json.put(CREATED, ServiceJson.date(version.createdAt()));
    version.description().ifPresent(text -> json.put("description", text));
    return json;
  }

  /** DescribeStateMachine of what the children of a Distributed Map run. */
  static ObjectNode described(RegisteredMachine registered, SimulatedMachine child) {
    ObjectNode json = described(child, registered.revision());
    json.put("type", child.type().name());
    json.put(CREATED, ServiceJson.date(registered.createdAt()));
    return labelled(json, child);
  }

  /** A child's machine has the machine's name, and the label beside it. */
  static ObjectNode labelled(ObjectNode json, SimulatedMachine child) {
    int slash = child.name().indexOf('/');
    json.put("name", child.name().substring(0, slash));
    return json.put("label", child.name().substring(slash + 1));
  }

  private static void variableReferences(ObjectNode json, CompiledDefinition definition) {
    if (!definition.variableReferences().isEmpty()) {
      ObjectNode references = json.putObject("variableReferences");
      definition
          .variableReferences()
          .forEach((state, names) -> names.forEach(references.putArray(state)::add));
    }
  }
}
