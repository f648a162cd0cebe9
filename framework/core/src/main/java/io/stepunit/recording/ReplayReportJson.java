package io.stepunit.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.recording.Difference.Level;
import io.stepunit.recording.ReplayedExecution.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes and reads reports as JSON. */
final class ReplayReportJson {
  private ReplayReportJson() {}

  static JsonNode write(ReplayReport report) {
    ObjectNode json =
        Json.NODES
            .objectNode()
            .put("replayed", report.executions().size())
            .put("same", report.executions(Verdict.SAME).size())
            .put("otherData", report.executions(Verdict.OTHER_DATA).size())
            .put("otherPath", report.executions(Verdict.OTHER_PATH).size());
    ArrayNode changes = json.putArray("changes");
    report.changes().forEach(change -> changes.add(write(change)));
    report.costPerThousand().ifPresent(cost -> json.set("costPerThousand", write(cost)));
    ArrayNode executions = json.putArray("executions");
    report.executions().forEach(execution -> executions.add(write(execution)));
    ArrayNode unreplayed = json.putArray("unreplayed");
    for (UnreplayedRecording each : report.unreplayed()) {
      unreplayed.addObject().put("name", each.name()).put("reason", each.reason());
    }
    return json;
  }

  private static ObjectNode write(ReplayChange change) {
    ObjectNode json =
        Json.NODES
            .objectNode()
            .put("change", change.text())
            .put("verdict", change.verdict().name())
            .put("count", change.executions().size());
    ArrayNode names = json.putArray("executions");
    change.executions().forEach(execution -> names.add(execution.name()));
    return json;
  }

  private static ObjectNode write(ReplayCost cost) {
    // Text keeps each digit in readers that know doubles only.
    return Json.NODES
        .objectNode()
        .put("recorded", cost.recorded().toPlainString())
        .put("replayed", cost.replayed().toPlainString());
  }

  private static ObjectNode write(ReplayedExecution execution) {
    ObjectNode json =
        Json.NODES
            .objectNode()
            .put("name", execution.name())
            .put("verdict", execution.verdict().name());
    if (execution.verdict() != Verdict.SAME) {
      json.put("change", execution.change());
    }
    json.set("recorded", write(execution.recorded()));
    json.set("replayed", write(execution.replayed()));
    execution.cost().ifPresent(cost -> json.set("cost", write(cost)));
    if (!execution.differences().isEmpty()) {
      ArrayNode differences = json.putArray("differences");
      execution.differences().forEach(difference -> differences.add(write(difference)));
    }
    return json;
  }

  private static ObjectNode write(ExecutionEnd end) {
    ObjectNode json = Json.NODES.objectNode().put("status", end.status().name());
    end.error().ifPresent(error -> json.put("error", error));
    return json;
  }

  private static ObjectNode write(Difference difference) {
    ObjectNode json = Json.NODES.objectNode().put("level", difference.level().name());
    difference.event().ifPresent(event -> json.put("event", event));
    return json.put("label", difference.label())
        .put("field", difference.field())
        .put("recorded", difference.expected())
        .put("replayed", difference.found());
  }

  static ReplayReport read(String text) {
    try {
      JsonNode json = Json.parseData(text);
      List<ReplayedExecution> executions = new ArrayList<>();
      array(json, "executions").forEach(each -> executions.add(execution(each)));
      List<UnreplayedRecording> unreplayed = new ArrayList<>();
      for (JsonNode each : array(json, "unreplayed")) {
        unreplayed.add(new UnreplayedRecording(text(each, "name"), text(each, "reason")));
      }
      return new ReplayReport(executions, unreplayed);
    } catch (JsonTextException | IllegalArgumentException e) {
      throw new RecordingException(
          "This is no report of replays as JSON: "
              + e.getMessage()
              + ". Expected what ReplayReport.toJson() or `stepunit replay --json` wrote.",
          e);
    }
  }

  private static ReplayedExecution execution(JsonNode json) {
    List<Difference> differences = new ArrayList<>();
    json.path("differences").forEach(each -> differences.add(difference(each)));
    JsonNode cost = json.path("cost");
    return new ReplayedExecution(
        text(json, "name"),
        Verdict.valueOf(text(json, "verdict")),
        json.path("change").asText(),
        end(json.path("recorded")),
        end(json.path("replayed")),
        cost.isObject()
            ? Optional.of(new ReplayCost(amount(cost, "recorded"), amount(cost, "replayed")))
            : Optional.empty(),
        differences);
  }

  private static ExecutionEnd end(JsonNode json) {
    return new ExecutionEnd(
        ExecutionStatus.valueOf(text(json, "status")),
        json.has("error") ? Optional.of(text(json, "error")) : Optional.empty());
  }

  private static Difference difference(JsonNode json) {
    return new Difference(
        Level.valueOf(text(json, "level")),
        json.has("event") ? OptionalLong.of(json.get("event").asLong()) : OptionalLong.empty(),
        text(json, "label"),
        text(json, "field"),
        text(json, "recorded"),
        text(json, "replayed"));
  }

  private static BigDecimal amount(JsonNode json, String name) {
    return new BigDecimal(text(json, name));
  }

  private static JsonNode array(JsonNode json, String name) {
    JsonNode array = json.path(name);
    if (!array.isArray()) {
      throw new IllegalArgumentException("it has no array '" + name + "'");
    }
    return array;
  }

  private static String text(JsonNode json, String name) {
    JsonNode text = json.path(name);
    if (!text.isTextual()) {
      throw new IllegalArgumentException("a part of it has no text '" + name + "'");
    }
    return text.textValue();
  }
}
