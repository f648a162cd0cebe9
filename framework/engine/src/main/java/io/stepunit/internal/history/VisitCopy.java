package io.stepunit.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.asl.SourceLocation;
import io.stepunit.history.Attempt;
import io.stepunit.history.CatcherInfo;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A visit as users get it: the JSON is theirs.
 *
 * @param kept the visit as the history has it
 */
record VisitCopy(StateVisit kept) implements StateVisit {
  /** Values for users, by name. */
  static Map<String, JsonNode> copies(Map<String, JsonNode> values) {
    Map<String, JsonNode> copies = new LinkedHashMap<>();
    values.forEach((name, value) -> copies.put(name, value.deepCopy()));
    return Collections.unmodifiableMap(copies);
  }

  @Override
  public String name() {
    return kept.name();
  }

  @Override
  public String type() {
    return kept.type();
  }

  @Override
  public SourceLocation location() {
    return kept.location();
  }

  @Override
  public String path() {
    return kept.path();
  }

  @Override
  public Instant enteredAt() {
    return kept.enteredAt();
  }

  @Override
  public Optional<Instant> exitedAt() {
    return kept.exitedAt();
  }

  @Override
  public JsonNode input() {
    return kept.input().deepCopy();
  }

  @Override
  public Optional<JsonNode> output() {
    return kept.output().map(JsonNode::deepCopy);
  }

  @Override
  public Map<String, JsonNode> assignedVariables() {
    return copies(kept.assignedVariables());
  }

  @Override
  public List<Attempt> attempts() {
    return kept.attempts().stream().map(VisitCopy::copy).toList();
  }

  private static Attempt copy(Attempt attempt) {
    return new Attempt(
        attempt.number(),
        attempt.startedAt(),
        attempt.endedAt(),
        attempt.failed(),
        attempt.error(),
        attempt.cause(),
        attempt.input().map(JsonNode::deepCopy));
  }

  @Override
  public List<CatcherInfo> catchers() {
    return kept.catchers();
  }

  @Override
  public Optional<CatcherInfo> catcherTaken() {
    return kept.catcherTaken();
  }

  @Override
  public List<HistoryEvent> events() {
    return EventCopy.of(kept.events());
  }

  @Override
  public Optional<JsonNode> inputAt(String jsonPath) {
    Objects.requireNonNull(jsonPath, "jsonPath");
    return kept.inputAt(jsonPath).map(JsonNode::deepCopy);
  }

  @Override
  public Optional<JsonNode> outputAt(String jsonPath) {
    Objects.requireNonNull(jsonPath, "jsonPath");
    return kept.outputAt(jsonPath).map(JsonNode::deepCopy);
  }

  @Override
  public Optional<JsonNode> taskInput() {
    return kept.taskInput().map(JsonNode::deepCopy);
  }

  @Override
  public Optional<JsonNode> taskInputAt(String jsonPath) {
    Objects.requireNonNull(jsonPath, "jsonPath");
    return kept.taskInputAt(jsonPath).map(JsonNode::deepCopy);
  }

  /** One line: {@code Charge, entered at 2026-01-01T00:00:00Z: {"orderId":7}}. */
  @Override
  public String toString() {
    return path() + ", entered at " + enteredAt() + ": " + Json.text(kept.input());
  }
}
