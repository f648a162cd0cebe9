package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Recording;
import io.stepunit.internal.history.HistoryJson;
import io.stepunit.internal.json.Json;
import io.stepunit.recording.Comparison;
import io.stepunit.recording.Replay;
import java.util.List;
import java.util.function.Consumer;

/** A small machine with its history, to be changed at will. */
final class RecordedMachine {
  private final String definition;
  private final JsonNode history;

  private RecordedMachine(String definition, JsonNode history) {
    this.definition = definition;
    this.history = history;
  }

  /**
   * Records a machine by running it with mocks.
   *
   * @param mocks the attempts by state, as in a case file
   */
  static RecordedMachine of(String definition, String input, String mocks) {
    ObjectNode json = Json.NODES.objectNode();
    json.put("definition", definition);
    json.set("input", Json.parse(input));
    json.set("mocks", Json.parse(mocks));
    json.putObject("expected").put("status", "SUCCEEDED");
    Replay replay = CaseRecording.of(json).replay();
    return new RecordedMachine(definition, HistoryJson.tree(replay.execution().events()));
  }

  /** The recording with some of its events changed. */
  RecordedMachine changed(Consumer<List<JsonNode>> change) {
    ObjectNode copy = history.deepCopy();
    List<JsonNode> events = new java.util.ArrayList<>();
    copy.get("events").forEach(events::add);
    change.accept(events);
    copy.putArray("events").addAll(events);
    return new RecordedMachine(definition, copy);
  }

  /** The recording with one field of one event changed. */
  RecordedMachine changed(int event, Consumer<ObjectNode> change) {
    return changed(events -> change.accept((ObjectNode) events.get(event - 1)));
  }

  RecordedMachine withDefinition(String other) {
    return new RecordedMachine(other, history);
  }

  String text() {
    return Json.text(history);
  }

  List<JsonNode> events() {
    List<JsonNode> events = new java.util.ArrayList<>();
    history.get("events").forEach(events::add);
    return events;
  }

  Comparison replayed() {
    return Recording.ofHistory("history.json", text()).replay(definition).comparison();
  }
}
