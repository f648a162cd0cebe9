package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Optional;

/** The operations about aliases of versions. */
final class AliasCalls {
  private static final String ALIAS = "stateMachineAliasArn";
  private static final String ROUTE = "routingConfiguration";
  private static final String DESCRIPTION = "description";

  private final Engine engine;
  private final Machines machines;
  private final Deletions deletions;

  AliasCalls(Engine engine, Machines machines, Deletions deletions) {
    this.engine = engine;
    this.machines = machines;
    this.deletions = deletions;
  }

  /** CreateStateMachineAlias. The same call again gives the same answer. */
  ObjectNode create(Request request) {
    Route route = Route.of(request.value(ROUTE).orElseThrow());
    RegisteredMachine registered =
        machines
            .findExactly(route.machineArn())
            .orElseThrow(() -> Arns.notFound(route.versionArns().get(0)));
    deletions.requireActive(registered);
    requireVersions(registered, route);
    Alias asked =
        new Alias(
            registered.arn() + ":" + request.required("name"),
            request.optional(DESCRIPTION),
            route,
            engine.clock().instant(),
            Optional.empty());
    return registered
        .aliases()
        .find(asked.arn())
        .map(existing -> requireSame(existing, asked))
        .orElseGet(
            () -> {
              registered.aliases().add(asked);
              return asked;
            })
        .listed();
  }

  private static void requireVersions(RegisteredMachine registered, Route route) {
    for (String arn : route.versionArns()) {
      if (registered.versions().find(arn).isEmpty()) {
        throw Arns.notFound(arn);
      }
    }
  }

  private static Alias requireSame(Alias existing, Alias asked) {
    if (!existing.route().equals(asked.route())
        || !existing.description().equals(asked.description())) {
      throw new StepFunctionsException(
          "ConflictException",
          "Failed to create alias because an alias with the same name and a different routing configuration already exists.");
    }
    return existing;
  }

  /** UpdateStateMachineAlias, which keeps what is not given. */
  ObjectNode update(Request request) {
    Optional<String> description = request.optional(DESCRIPTION);
    Optional<Route> route = request.value(ROUTE).map(Route::of);
    if (description.isEmpty() && route.isEmpty()) {
      throw new StepFunctionsException(
          "ValidationException", "Either description or routing configuration must be specified");
    }
    String arn = request.required(ALIAS);
    RegisteredMachine registered = deletions.requireActive(machine(arn));
    Alias present = alias(registered, arn);
    route.ifPresent(given -> requireVersions(registered, given));
    Alias updated = present.updated(description, route, engine.clock().instant());
    registered.aliases().put(updated);
    return Json.NODES
        .objectNode()
        .put("updateDate", ServiceJson.date(updated.updatedAt().orElseThrow()));
  }

  private RegisteredMachine machine(String aliasArn) {
    return find(aliasArn).orElseThrow(() -> Arns.notFound(aliasArn));
  }

  private Optional<RegisteredMachine> find(String aliasArn) {
    return machines.findExactly(Machines.withoutQualifier(Arns.require(aliasArn, "stateMachine")));
  }

  private static Alias alias(RegisteredMachine registered, String arn) {
    return registered.aliases().find(arn).orElseThrow(() -> Arns.notFound(arn));
  }

  /** DescribeStateMachineAlias. */
  ObjectNode describe(Request request) {
    String arn = request.required(ALIAS);
    return alias(machine(arn), arn).described();
  }

  /** DeleteStateMachineAlias. */
  ObjectNode delete(Request request) {
    String arn = request.required(ALIAS);
    find(arn).ifPresent(registered -> registered.aliases().delete(arn));
    return Json.NODES.objectNode();
  }

  /** ListStateMachineAliases: those of a machine, or those that lead to a version, by name. */
  ObjectNode list(Request request) {
    String arn = Arns.require(request.required("stateMachineArn"), "stateMachine");
    RegisteredMachine registered =
        machines
            .findExactly(Machines.withoutQualifier(arn))
            .orElseThrow(
                () ->
                    new StepFunctionsException(
                        "StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'"));
    Aliases aliases = registered.aliases();
    List<Alias> asked = Machines.isVersion(arn) ? aliases.leadingTo(arn) : aliases.all();
    return Pages.page(request, "stateMachineAliases", asked, Alias::listed);
  }
}
