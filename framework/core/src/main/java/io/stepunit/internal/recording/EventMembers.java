package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.util.Optional;
import java.util.Set;

/**
 * What the members of an event's details mean when two histories are compared, by an assertion or
 * after a replay.
 */
public final class EventMembers {
  /** Members that depend on the account and on how the history was exported. */
  private static final Set<String> OPTIONAL =
      Set.of(
          "roleArn",
          "region",
          "stateMachineAliasArn",
          "stateMachineVersionArn",
          "inputDetails",
          "outputDetails",
          "assignedVariablesDetails",
          "taskCredentials");

  /** Members whose text is JSON whatever it starts with. */
  private static final Set<String> JSON_TEXTS = Set.of("input", "output", "parameters");

  private EventMembers() {}

  /** Whether a member may be missing from one of two histories that count as the same. */
  public static boolean isOptional(String name) {
    return OPTIONAL.contains(name);
  }

  /** A member's value: what its text holds if the member is one with JSON text. */
  static JsonNode value(String name, JsonNode member) {
    return JSON_TEXTS.contains(name) ? HistoryAttempts.json(member) : member;
  }

  /** The details without null and optional members, and with JSON in the place of its text. */
  public static ObjectNode required(JsonNode details) {
    ObjectNode required = Json.NODES.objectNode();
    details
        .properties()
        .forEach(
            member -> {
              String name = member.getKey();
              if (!member.getValue().isNull() && !isOptional(name)) {
                required.set(name, withoutTexts(value(name, member.getValue())));
              }
            });
    return required;
  }

  private static JsonNode withoutTexts(JsonNode value) {
    JsonNode json = container(value).orElse(value);
    if (json.isArray()) {
      ArrayNode items = Json.NODES.arrayNode();
      json.forEach(item -> items.add(withoutTexts(item)));
      return items;
    }
    if (json.isObject()) {
      ObjectNode members = Json.NODES.objectNode();
      json.properties()
          .forEach(member -> members.set(member.getKey(), withoutTexts(member.getValue())));
      return members;
    }
    return json;
  }

  /** The object or array that a value is, or that its text holds. */
  static Optional<JsonNode> container(JsonNode value) {
    if (value.isContainerNode()) {
      return Optional.of(value);
    }
    if (!value.isTextual() || !looksLikeContainer(value.textValue())) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.parse(value.textValue()));
    } catch (JsonTextException e) {
      return Optional.empty();
    }
  }

  private static boolean looksLikeContainer(String text) {
    return text.startsWith("{") || text.startsWith("[");
  }
}
