package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsApi;
import io.stepunit.internal.json.Json;
import java.util.Map;

/** A recorded ListMapRuns and DescribeMapRun: runs the machine again and asks the same. */
final class MapRunCase {
  private final JsonNode json;

  MapRunCase(JsonNode json) {
    this.json = json;
  }

  /** What differs, empty if nothing does. */
  String problems() {
    RecordedWorld world = RecordedWorld.of(json);
    String execution = world.replay().execution().arn();
    StepFunctionsApi api = world.machine().environment().api();
    ObjectNode found = Json.NODES.objectNode();
    JsonNode listed = api.call("ListMapRuns", Map.of("executionArn", execution));
    found.set("mapRuns", listed);
    for (JsonNode run : listed.get("mapRuns")) {
      found.set(
          "describeMapRun",
          api.call("DescribeMapRun", Map.of("mapRunArn", run.get("mapRunArn").textValue())));
    }
    AnswerComparison answers = new AnswerComparison(json);
    answers.compare("expected", json.get("expected"), found);
    return answers.report();
  }
}
