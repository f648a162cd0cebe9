package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.internal.json.Json;
import io.stepunit.recording.Comparison;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import java.util.ArrayList;
import java.util.List;

/** The recorded status changes of one execution: runs it again and compares each event. */
final class StatusEventsCase {
  /** The recording put a fixed word in place of each date. */
  private static final JsonNode REPLACED =
      Json.parse("[{\"key\": \"startDate\"}, {\"key\": \"stopDate\"}]");

  private final JsonNode json;

  StatusEventsCase(JsonNode json) {
    this.json = json;
  }

  /** What differs, empty if nothing does. */
  String problems() {
    CaseRecording recording = CaseRecording.of(json);
    StepFunctionsEnvironment environment = recording.environment().build();
    TestStateMachine machine = environment.define("recorded", Json.text(json.get("definition")));
    Comparison execution = recording.replay(machine).comparison();
    JsonNode found =
        Json.NODES
            .arrayNode()
            .addAll(environment.statusEvents().stream().map(event -> event.json()).toList());
    Comparison events = compare(json.path("expected").path("statusEvents"), found);
    return (execution.isSame() ? "" : execution.report())
        + (events.isSame() ? "" : events.report());
  }

  private static Comparison compare(JsonNode recorded, JsonNode found) {
    List<Difference> differences = new ArrayList<>();
    ValueComparison values =
        new ValueComparison(
            new Placeholders(recorded.findValuesAsText("name"), List.of(), List.of()),
            ReplacedPaths.of(REPLACED));
    values.compare(
        List.of("statusEvents"),
        recorded,
        found,
        (field, before, after) ->
            differences.add(Differences.ofExecution(Level.ANSWER, field, before, after)));
    return new Comparison(differences);
  }
}
