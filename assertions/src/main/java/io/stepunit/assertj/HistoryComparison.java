package io.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.assertj.JsonDifference;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.recording.EventMembers;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Compares a history with a recorded one, event by event.
 *
 * <p>What says nothing about the machine is left out: roles, the region, the marks of truncation.
 * JSON inside of text is compared as JSON.
 */
final class HistoryComparison {
  private final List<JsonNode> recorded;
  private final List<JsonNode> found;

  private HistoryComparison(List<JsonNode> recorded, List<JsonNode> found) {
    this.recorded = recorded;
    this.found = found;
  }

  /**
   * @param recorded a history as {@code HistoryJson} reads it
   * @param found the same of the execution
   */
  static HistoryComparison of(JsonNode recorded, JsonNode found, boolean timestamps) {
    return new HistoryComparison(events(recorded, timestamps), events(found, timestamps));
  }

  /** The types of the recorded events, in the order of their ids. */
  List<String> recordedTypes() {
    return recorded.stream().map(event -> event.get("type").asText()).toList();
  }

  /** The place of the first event that differs, empty if none does. */
  Optional<Mismatch> firstMismatch() {
    for (int i = 0; i < Math.max(recorded.size(), found.size()); i++) {
      Optional<JsonDifference> difference = difference(i);
      if (difference.isPresent()) {
        return Optional.of(new Mismatch(i, difference.get()));
      }
    }
    return Optional.empty();
  }

  private Optional<JsonDifference> difference(int index) {
    if (index >= recorded.size()) {
      return Optional.of(new JsonDifference("/type", Optional.empty(), type(found.get(index))));
    }
    if (index >= found.size()) {
      return Optional.of(new JsonDifference("/type", type(recorded.get(index)), Optional.empty()));
    }
    return JsonDifference.first(recorded.get(index), found.get(index));
  }

  private static Optional<JsonNode> type(JsonNode event) {
    return Optional.of(event.get("type"));
  }

  private static List<JsonNode> events(JsonNode history, boolean timestamps) {
    return StreamSupport.stream(history.get("events").spliterator(), false)
        .sorted(Comparator.comparingLong(event -> event.get("id").asLong()))
        .map(event -> normalised(event, timestamps))
        .toList();
  }

  private static JsonNode normalised(JsonNode event, boolean timestamps) {
    ObjectNode result = Json.NODES.objectNode();
    for (String field : List.of("type", "id", "previousEventId")) {
      result.set(field, event.get(field));
    }
    if (timestamps && event.has("timestamp")) {
      result.set("timestamp", timestamp(event.get("timestamp")));
    }
    for (String name : names(event)) {
      if (name.endsWith("EventDetails") && event.get(name).isObject()) {
        result.set(name, EventMembers.required(event.get(name)));
      }
    }
    return result;
  }

  /** ISO-8601 with an offset, as the CLI version 2 writes it, or seconds since 1970. */
  private static JsonNode timestamp(JsonNode timestamp) {
    if (timestamp.isNumber()) {
      BigDecimal millis = timestamp.decimalValue().movePointRight(3);
      return Json.NODES.textNode(Instant.ofEpochMilli(millis.longValue()).toString());
    }
    try {
      return Json.NODES.textNode(OffsetDateTime.parse(timestamp.asText()).toInstant().toString());
    } catch (DateTimeParseException e) {
      return timestamp;
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The first event that differs, 0-based, and how. */
  record Mismatch(int index, JsonDifference difference) {}
}
