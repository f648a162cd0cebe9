package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * One event of a history, as {@code GetExecutionHistory} shows it.
 *
 * @param id the event's id; 0 where the recording erased it
 * @param previous the id of the event that led to it
 * @param position its id, or its place in the list where the id is erased
 */
public record RecordedEvent(
    long id,
    long previous,
    long position,
    String type,
    String detailsField,
    JsonNode details,
    Optional<Instant> timestamp) {
  private static final String DETAILS = "EventDetails";

  static List<RecordedEvent> listOf(JsonNode events) {
    List<RecordedEvent> list = new ArrayList<>(events.size());
    for (JsonNode event : events) {
      list.add(of(event, list.size() + 1));
    }
    return List.copyOf(list);
  }

  private static RecordedEvent of(JsonNode json, int place) {
    String field = "";
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      field = name.endsWith(DETAILS) ? name : field;
    }
    long id = json.path("id").asLong(0);
    return new RecordedEvent(
        id,
        json.path("previousEventId").asLong(0),
        id == 0 ? place : id,
        json.path("type").asText(),
        field,
        field.isEmpty() ? MissingNode.getInstance() : json.get(field),
        Timestamps.read(json.path("timestamp")));
  }

  boolean isErased() {
    return id == 0;
  }

  /** The state that the event names; empty for events that name none. */
  String name() {
    return details.path("name").asText("");
  }

  /** The iteration that the event names; -1 for others. */
  int index() {
    return details.path("index").asInt(-1);
  }

  /** The text of a member of the details; JSON as its text. */
  Optional<String> text(String member) {
    JsonNode value = details.path(member);
    return value.isMissingNode() || value.isNull()
        ? Optional.empty()
        : Optional.of(value.isTextual() ? value.textValue() : Json.text(value));
  }

  /** Type, state and iteration: {@code MapIterationStarted Lines[2]}. */
  String label() {
    String iteration = index() < 0 ? "" : "[" + index() + "]";
    return name().isEmpty() ? type : type + " " + name() + iteration;
  }

  boolean isStateEntered() {
    return type.endsWith("StateEntered");
  }

  boolean isStateExited() {
    return type.endsWith("StateExited");
  }

  boolean isRedrive() {
    return type.equals("ExecutionRedriven");
  }

  RecordedEvent withDetails(JsonNode newDetails) {
    return new RecordedEvent(id, previous, position, type, detailsField, newDetails, timestamp);
  }

  RecordedEvent withChain(long newId, long newPrevious) {
    return new RecordedEvent(newId, newPrevious, newId, type, detailsField, details, timestamp);
  }
}
