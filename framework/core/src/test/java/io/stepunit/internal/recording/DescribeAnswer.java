package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.internal.json.Json;
import io.stepunit.recording.Comparison;
import io.stepunit.recording.Difference;
import io.stepunit.recording.Difference.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what DescribeExecution answered, and log records. */
final class DescribeAnswer {
  private DescribeAnswer() {}

  static Comparison compare(
      JsonNode recorded, Execution execution, Optional<LocalDate> recordedOn) {
    ObjectNode found = describe(execution);
    if (AwsChanges.isBeforeRedrive(recordedOn)) {
      found.remove(List.of("redriveCount", "redriveStatus", "redriveStatusReason"));
    }
    return compare(recorded, found, "describe");
  }

  static Comparison compareLogs(JsonNode recorded, JsonNode found) {
    return compare(recorded, found, "logs");
  }

  private static Comparison compare(JsonNode recorded, JsonNode found, String root) {
    List<Difference> differences = new ArrayList<>();
    ValueComparison values =
        new ValueComparison(
            new Placeholders(List.of("snf_role_arn", "sfn_role_arn"), List.of(), List.of()),
            ReplacedFields.NONE);
    values.compare(
        List.of(root),
        recorded,
        found,
        (field, before, after) ->
            differences.add(Differences.ofExecution(Level.ANSWER, field, before, after)));
    return new Comparison(differences);
  }

  private static ObjectNode describe(Execution execution) {
    ObjectNode json = Json.NODES.objectNode();
    json.put("executionArn", execution.arn());
    json.put("stateMachineArn", execution.stateMachineArn());
    json.put("name", execution.name());
    json.put("status", execution.status().name());
    json.put("startDate", "datetime");
    execution.stoppedAt().ifPresent(stopped -> json.put("stopDate", "datetime"));
    json.put("input", Json.text(execution.input()));
    json.putObject("inputDetails").put("included", true);
    execution
        .output()
        .ifPresent(
            output -> {
              json.put("output", Json.text(output));
              json.putObject("outputDetails").put("included", true);
            });
    json.put("redriveCount", 0);
    boolean redrivable = !execution.status().name().equals("SUCCEEDED");
    json.put("redriveStatus", redrivable ? "REDRIVABLE" : "NOT_REDRIVABLE");
    if (!redrivable) {
      json.put("redriveStatusReason", "Execution is SUCCEEDED and cannot be redriven");
    }
    return json;
  }
}
