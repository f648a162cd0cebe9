package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.text.Arn;
import java.time.Instant;
import java.util.Optional;

/** An alias of a machine's versions. */
record Alias(
    String arn,
    Optional<String> description,
    Route route,
    Instant createdAt,
    Optional<Instant> updatedAt) {
  private static final String ARN = "stateMachineAliasArn";
  private static final String CREATED = "creationDate";

  String name() {
    return Arn.nameIn(arn);
  }

  /** The same alias after an update, which keeps what it does not give. */
  Alias updated(Optional<String> newDescription, Optional<Route> newRoute, Instant now) {
    return new Alias(
        arn,
        newDescription.or(() -> description),
        newRoute.orElse(route),
        createdAt,
        Optional.of(now));
  }

  /** CreateStateMachineAlias, and ListStateMachineAliases: one of them. */
  ObjectNode listed() {
    return Json.NODES.objectNode().put(ARN, arn).put(CREATED, ServiceJson.date(createdAt));
  }

  /** DescribeStateMachineAlias. */
  ObjectNode described() {
    ObjectNode json = Json.NODES.objectNode();
    json.put(ARN, arn);
    json.put("name", name());
    description.ifPresent(text -> json.put("description", text));
    json.set("routingConfiguration", route.json());
    json.put(CREATED, ServiceJson.date(createdAt));
    updatedAt.ifPresent(time -> json.put("updateDate", ServiceJson.date(time)));
    return json;
  }
}
