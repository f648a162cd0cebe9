package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.util.Optional;
import java.util.Set;

/**
 * What the members of an event's details mean when two histories are compared, by an assertion or
 * after a replay.
 */
final class EventMembers {
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
  static boolean isOptional(String name) {
    return OPTIONAL.contains(name);
  }

  /** A member's value: what its text holds if the member is one with JSON text. */
  static JsonNode value(String name, JsonNode member) {
    return JSON_TEXTS.contains(name) ? HistoryAttempts.json(member) : member;
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
