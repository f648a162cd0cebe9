package io.stepunit.internal.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.history.MapRunCounts;
import io.stepunit.internal.json.Json;
import java.math.BigDecimal;
import java.time.Instant;

/** The service's answers about Map Runs; their times are seconds since 1970. */
public final class MapRunJson {
  private static final int MILLIS = 3;

  private MapRunJson() {}

  /** What {@code DescribeMapRun} answers. */
  public static ObjectNode described(MapRunDescription run) {
    ObjectNode json = Json.NODES.objectNode();
    json.put("mapRunArn", run.arn());
    json.put("executionArn", run.executionArn());
    json.put("status", run.status().name());
    addDates(json, run);
    json.put("maxConcurrency", run.maxConcurrency());
    json.put("toleratedFailurePercentage", run.toleratedFailurePercentage());
    json.put("toleratedFailureCount", run.toleratedFailureCount());
    json.set("itemCounts", counts(run.itemCounts()));
    json.set("executionCounts", counts(run.executionCounts()));
    json.put("redriveCount", run.redriveCount());
    run.redrivenAt().ifPresent(time -> json.put("redriveDate", seconds(time)));
    return json;
  }

  /** One of the Map Runs that {@code ListMapRuns} answers. */
  public static ObjectNode listed(MapRunDescription run) {
    ObjectNode json = Json.NODES.objectNode();
    json.put("executionArn", run.executionArn());
    json.put("mapRunArn", run.arn());
    json.put("stateMachineArn", run.stateMachineArn());
    addDates(json, run);
    return json;
  }

  private static void addDates(ObjectNode json, MapRunDescription run) {
    json.put("startDate", seconds(run.startedAt()));
    run.stoppedAt().ifPresent(instant -> json.put("stopDate", seconds(instant)));
  }

  private static BigDecimal seconds(Instant instant) {
    return BigDecimal.valueOf(instant.toEpochMilli(), MILLIS);
  }

  private static ObjectNode counts(MapRunCounts counts) {
    ObjectNode json = Json.NODES.objectNode();
    json.put("pending", counts.pending());
    json.put("running", counts.running());
    json.put("succeeded", counts.succeeded());
    json.put("failed", counts.failed());
    json.put("timedOut", counts.timedOut());
    json.put("aborted", counts.aborted());
    json.put("total", counts.total());
    json.put("resultsWritten", counts.resultsWritten());
    json.put("failuresNotRedrivable", counts.failuresNotRedrivable());
    json.put("pendingRedrive", counts.pendingRedrive());
    return json;
  }
}
