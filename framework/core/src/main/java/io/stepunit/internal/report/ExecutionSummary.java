package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.MapRun;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.MapRunCounts;
import io.stepunit.internal.text.Arn;
import java.util.Comparator;
import java.util.List;

/** An execution among those of its test: who started it, and the Map Runs that it started. */
final class ExecutionSummary {
  private static final int MOST_CHILDREN = 100;

  private ExecutionSummary() {}

  static void put(ObjectNode json, Execution execution) {
    json.put("arn", execution.arn());
    json.put("name", execution.name());
    json.put("machine", Arn.parse(execution.stateMachineArn()).name());
    json.put("type", execution.type().name());
    json.put("status", execution.status().name());
    execution.error().ifPresent(error -> json.put("error", error));
    json.put("startedAt", execution.startedAt().toString());
    json.put("seconds", execution.duration().toMillis() / 1e3);
    execution.startedBy().ifPresent(arn -> json.put("startedBy", arn));
    List<MapRun> runs = execution.mapRuns();
    if (!runs.isEmpty()) {
      ArrayNode array = json.putArray("mapRuns");
      runs.forEach(run -> put(array.addObject(), run));
    }
  }

  private static void put(ObjectNode json, MapRun run) {
    json.put("arn", run.arn());
    json.put("state", run.state());
    json.put("status", run.status().name());
    json.put("maxConcurrency", run.maxConcurrency());
    json.put("toleratedFailureCount", run.toleratedFailureCount());
    json.put("toleratedFailurePercentage", run.toleratedFailurePercentage());
    put(json.putObject("items"), run.items());
    put(json.putObject("executions"), run.executions());
    List<Execution> children = run.children();
    ArrayNode array = json.putArray("children");
    children.stream()
        .sorted(Comparator.comparing(child -> child.status() == ExecutionStatus.SUCCEEDED))
        .limit(MOST_CHILDREN)
        .forEach(child -> put(array.addObject(), child));
    json.put("childrenLeftOut", run.executions().total() - array.size());
  }

  private static void put(ObjectNode json, MapRunCounts counts) {
    json.put("total", counts.total());
    json.put("succeeded", counts.succeeded());
    json.put("failed", counts.failed());
    json.put("timedOut", counts.timedOut());
    json.put("aborted", counts.aborted());
    json.put("running", counts.running());
    json.put("pending", counts.pending() + counts.pendingRedrive());
  }
}
