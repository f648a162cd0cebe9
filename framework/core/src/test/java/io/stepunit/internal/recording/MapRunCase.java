package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.MapRunAnswers;
import io.stepunit.internal.json.Json;
import io.stepunit.recording.Comparison;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import java.util.ArrayList;
import java.util.List;

/** A recorded ListMapRuns and DescribeMapRun: runs the machine again and compares the answers. */
final class MapRunCase {
  private final JsonNode json;

  MapRunCase(JsonNode json) {
    this.json = json;
  }

  /** What differs, empty if nothing does. */
  String problems() {
    Execution execution = RecordedWorld.of(json).replay().execution();
    ObjectNode found = Json.NODES.objectNode();
    ObjectNode listed = found.putObject("mapRuns");
    execution.mapRuns().forEach(run -> listed.withArray("mapRuns").add(MapRunAnswers.listed(run)));
    execution.mapRuns().stream()
        .findFirst()
        .map(MapRunAnswers::described)
        .ifPresent(described -> found.set("describeMapRun", described));
    if (AwsChanges.isBeforeRedrive(CaseFile.recordedOn(json))) {
      withoutRedrive((ObjectNode) found.get("describeMapRun"));
    }
    return report(json.get("expected"), found);
  }

  private static void withoutRedrive(ObjectNode described) {
    described.remove("redriveCount");
    for (String counts : List.of("itemCounts", "executionCounts")) {
      ((ObjectNode) described.get(counts))
          .remove(List.of("failuresNotRedrivable", "pendingRedrive"));
    }
  }

  private String report(JsonNode recorded, JsonNode found) {
    List<Difference> differences = new ArrayList<>();
    ValueComparison values =
        new ValueComparison(
            new Placeholders(List.of(), List.of(), List.of()),
            ReplacedPaths.of(json.path("replacedInRecording")));
    values.compare(
        List.of("expected"),
        recorded,
        found,
        (field, before, after) ->
            differences.add(Differences.ofExecution(Level.ANSWER, field, before, after)));
    return differences.isEmpty() ? "" : new Comparison(differences).report();
  }
}
