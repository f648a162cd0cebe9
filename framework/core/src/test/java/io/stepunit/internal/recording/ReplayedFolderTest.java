package io.stepunit.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Replays;
import io.stepunit.internal.json.Json;
import io.stepunit.recording.ReplayReport;
import io.stepunit.recording.ReplayedExecution.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What AWS recorded goes the same way through its own definition, read as exported files. */
class ReplayedFolderTest {
  private static final RecordingsFolder CASES =
      RecordingsFolder.configured("stepunit.recordings", "conformance");

  private static final ReviewedSkips SKIPS = ReviewedSkips.read("/recordings-skips.json");

  @TempDir Path folder;

  @Test
  void recorded_executions_go_the_same_way_through_their_own_definition() throws IOException {
    Assumptions.assumeTrue(CASES.isPresent(), CASES.absence());

    ReplayReport all = new ReplayReport(List.of(), List.of());
    for (CorpusCase each : CorpusCase.allIn(CASES)) {
      if (isWhole(each.json()) && SKIPS.reason(each.id()).isEmpty()) {
        all = all.and(replayed(each));
      }
    }

    assertThat(all.goesTheSameWay()).as(all::toString).isTrue();
    assertThat(all.executions()).hasSizeGreaterThan(350);
    // Random numbers, times and the names of Map Runs.
    assertThat(all.executions(Verdict.OTHER_DATA)).as(all::toString).hasSizeLessThan(20);
  }

  /** A stop has no time in a case, and without it the execution would go on. */
  private static boolean isWhole(JsonNode json) {
    JsonNode events = json.path("expected").path("events");
    return events.path(0).path("id").asLong() == 1
        && RecordedEvent.listOf(events).stream().noneMatch(RecordedEvent::isErased)
        && !json.has("stop");
  }

  private ReplayReport replayed(CorpusCase each) throws IOException {
    JsonNode json =
        ResourceNames.resolved(Json.parse(CaseFile.withPartition(Json.text(each.json()))));
    ObjectNode history = Json.NODES.objectNode();
    JsonNode input = CaseFile.read(json).input();
    // An input with a time of its own is replayed at that time.
    Optional<String> day =
        CaseFile.recordedOn(json)
            .filter(date -> input.equals(json.path("input")))
            .map(date -> date + "T00:00:00Z");
    for (JsonNode event : json.path("expected").path("events")) {
      ObjectNode copy = event.deepCopy();
      day.ifPresent(time -> copy.put("timestamp", time));
      history.withArray("/events").add(copy);
    }
    ((ObjectNode) history.at("/events/0/executionStartedEventDetails")).set("input", input);
    Path file = folder.resolve(each.id().replaceAll("[^A-Za-z0-9.-]", "_") + ".json");
    Files.writeString(file, Json.text(history));
    return Replays.of(file).through(RecordedWorld.of(json).machine());
  }
}
