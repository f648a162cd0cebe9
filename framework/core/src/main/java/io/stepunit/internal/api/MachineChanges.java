package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.Diagnostic;
import io.stepunit.asl.InvalidDefinitionException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.EngineSettings;
import io.stepunit.internal.engine.SimulatedMachine;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.text.Arn;
import io.stepunit.load.DefinitionLoader;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** CreateStateMachine and UpdateStateMachine. */
final class MachineChanges {
  private static final String DEFINITION = "definition";
  private static final String ROLE = "roleArn";
  private static final String ENCRYPTION = "encryptionConfiguration";
  private static final String DESCRIPTION = "versionDescription";
  private static final String VERSION = "stateMachineVersionArn";

  /** What updates change; an encryption changes with a definition only. */
  private static final List<String> CHANGEABLE =
      List.of(DEFINITION, ROLE, "loggingConfiguration", "tracingConfiguration");

  private final Engine engine;
  private final Machines machines;
  private final MachineCalls calls;
  private final Deletions deletions;
  private final Supplier<MachineMaker> maker;

  MachineChanges(
      Engine engine,
      Machines machines,
      MachineCalls calls,
      Deletions deletions,
      Supplier<MachineMaker> maker) {
    this.engine = engine;
    this.machines = machines;
    this.calls = calls;
    this.deletions = deletions;
    this.maker = maker;
  }

  /** CreateStateMachine. The same call again gives the same answer. */
  ObjectNode create(Request request) {
    SimulatedMachine asked = asked(request);
    MachineSettings settings = MachineSettings.DEFAULT.with(request);
    requirePublishToDescribe(request);
    Optional<RegisteredMachine> existing = machines.findExactly(asked.arn());
    if (existing.isPresent()) {
      return again(deletions.requireActive(existing.get()), asked, settings, request);
    }
    return created(asked, settings, request);
  }

  private SimulatedMachine asked(Request request) {
    String name = request.required("name");
    ExecutionNames.checkCharacters(name);
    EngineSettings home = engine.settings();
    WorkflowType type =
        request.optional("type").map(WorkflowType::valueOf).orElse(WorkflowType.STANDARD);
    return new SimulatedMachine(
        name,
        home.arn("states", "stateMachine:" + name).toString(),
        role(request.required(ROLE)),
        definition(name, request.required(DEFINITION), type),
        type);
  }

  private ObjectNode created(SimulatedMachine asked, MachineSettings settings, Request request) {
    Tags tags = new Tags();
    request.value("tags").ifPresent(tags::add);
    RegisteredMachine registered = maker.get().make(asked);
    registered.change(any -> settings);
    registered.tags().add(tags.json());
    ObjectNode answer = MachineJson.created(registered);
    if (isToPublish(request)) {
      answer.put(VERSION, publish(registered, request).arn());
    }
    maker.get().created(registered);
    return answer;
  }

  private ObjectNode again(
      RegisteredMachine existing,
      SimulatedMachine asked,
      MachineSettings settings,
      Request request) {
    boolean isSame =
        text(existing.machine()).equals(text(asked))
            && existing.type() == asked.type()
            && existing.revision().settings().encryption().equals(settings.encryption());
    if (!isSame) {
      throw alreadyExists("'" + existing.arn() + "'");
    }
    ObjectNode answer = MachineJson.created(existing);
    return isToPublish(request)
        ? answer.put(VERSION, firstVersion(existing, request).arn())
        : requireUnpublished(existing, answer);
  }

  private static ObjectNode requireUnpublished(RegisteredMachine existing, ObjectNode answer) {
    if (!existing.versions().all().isEmpty()) {
      throw alreadyExists("This state machine was already created with a published version.");
    }
    return answer;
  }

  private static Version firstVersion(RegisteredMachine existing, Request request) {
    if (!existing.versions().wereMade()) {
      throw alreadyExists("'" + existing.arn() + "'");
    }
    return existing
        .versions()
        .first()
        .filter(version -> version.description().equals(request.optional(DESCRIPTION)))
        .orElseThrow(
            () ->
                alreadyExists(
                    "This state machine was already created with a published version using a different description."));
  }

  private static StepFunctionsException alreadyExists(String what) {
    return new StepFunctionsException(
        "StateMachineAlreadyExists", "State Machine Already Exists: " + what);
  }

  /** UpdateStateMachine. An update that changes nothing makes no revision. */
  ObjectNode update(Request request) {
    requireChange(request);
    RegisteredMachine registered = calls.active(request);
    requirePublishToDescribe(request);
    Revision present = registered.revision();
    SimulatedMachine changed = changed(present.machine(), request);
    MachineSettings settings = present.settings().with(request);
    boolean isSame = changed.equals(present.machine()) && settings.equals(present.settings());
    if (!isSame || isEncryptedAnew(settings, request)) {
      registered.update(present.next(changed, settings, engine.clock().instant()));
    }
    Revision reached = registered.revision();
    ObjectNode answer = Json.NODES.objectNode();
    answer.put("updateDate", ServiceJson.date(reached.since()));
    reached.id().ifPresent(id -> answer.put("revisionId", id));
    if (isToPublish(request)) {
      answer.put(VERSION, publish(registered, request).arn());
    }
    return answer;
  }

  private static void requireChange(Request request) {
    if (request.value(ENCRYPTION).isPresent() && request.value(DEFINITION).isEmpty()) {
      throw missing("The definition must be specified when updating the EncryptionConfiguration");
    }
    if (CHANGEABLE.stream().allMatch(member -> request.value(member).isEmpty())) {
      throw missing(
          "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified");
    }
  }

  private static StepFunctionsException missing(String reason) {
    return new StepFunctionsException("MissingRequiredParameter", reason);
  }

  private SimulatedMachine changed(SimulatedMachine present, Request request) {
    String role = request.optional(ROLE).map(MachineChanges::role).orElse(present.roleArn());
    SimulatedMachine machine = role.equals(present.roleArn()) ? present : present.withRole(role);
    return request
        .optional(DEFINITION)
        .filter(text -> !text.equals(text(present)))
        .map(text -> machine.withDefinition(definition(present.name(), text, present.type())))
        .orElse(machine);
  }

  /** With a customer's key, AWS makes a revision of the same definition too. */
  private static boolean isEncryptedAnew(MachineSettings settings, Request request) {
    return settings.encryption().customerKey().isPresent() && request.value(DEFINITION).isPresent();
  }

  private static String text(SimulatedMachine machine) {
    return machine.definition().sourceText();
  }

  private static void requirePublishToDescribe(Request request) {
    if (request.value(DESCRIPTION).isPresent() && !isToPublish(request)) {
      throw new StepFunctionsException(
          "ValidationException", "Version description can only be set when publish is true");
    }
  }

  private static boolean isToPublish(Request request) {
    return request.flag("publish", false);
  }

  private Version publish(RegisteredMachine registered, Request request) {
    return registered
        .versions()
        .publish(registered.revision(), request.optional(DESCRIPTION), engine.clock().instant());
  }

  private static String role(String arn) {
    if (!Arn.isArn(arn)) {
      throw new StepFunctionsException("InvalidArn", "Invalid Role Arn: '" + arn + "'");
    }
    return arn;
  }

  /** What AWS would create: it takes JSON alone, and knows nothing of the project's rules. */
  private CompiledDefinition definition(String name, String text, WorkflowType type) {
    try {
      CompiledDefinition definition =
          CompiledDefinition.of(
              DefinitionLoader.fromText(name + ".json", text, maker.get().validation()));
      List<Diagnostic> problems = definition.problemsAs(type);
      if (!problems.isEmpty()) {
        throw new InvalidDefinitionException(problems);
      }
      return definition;
    } catch (InvalidDefinitionException e) {
      throw new StepFunctionsException("InvalidDefinition", e.serviceMessage());
    }
  }
}
