package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.engine.Engine;
import io.stepunit.internal.engine.ExecutionRun;
import io.stepunit.internal.engine.state.MapThresholds;
import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.history.MapRunJson;
import io.stepunit.internal.history.MapRunRecord;
import io.stepunit.internal.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** DescribeMapRun, UpdateMapRun, ListMapRuns, and ListExecutions of a Map Run. */
final class MapRunCalls {
  private static final int MILLIS = 3;

  private final Engine engine;
  private final Executions executions;

  MapRunCalls(Engine engine, Executions executions) {
    this.engine = engine;
    this.executions = executions;
  }

  /** DescribeMapRun, of those Map Runs too that are within child executions that were kept. */
  ObjectNode describe(Request request) {
    return dated(MapRunJson.described(require(request).description()));
  }

  /** UpdateMapRun, of a Map Run that is running. */
  ObjectNode update(Request request) {
    String arn = require(request).arn();
    if (!engine.updateMapRun(arn, present -> updated(present, request))) {
      throw new StepFunctionsException(
          "ValidationException",
          "Map Run '" + arn + "' has ended and cannot be updated",
          "CANNOT_UPDATE_COMPLETED_MAP_RUN");
    }
    return Json.NODES.objectNode();
  }

  private static MapThresholds updated(MapThresholds present, Request request) {
    MapThresholds updated = present;
    JsonNode given = request.json();
    if (request.value("maxConcurrency").isPresent()) {
      updated = updated.withMaxConcurrency(given.get("maxConcurrency").longValue());
    }
    if (request.value("toleratedFailureCount").isPresent()) {
      updated = updated.withToleratedFailureCount(given.get("toleratedFailureCount").longValue());
    }
    if (request.value("toleratedFailurePercentage").isPresent()) {
      updated =
          updated.withToleratedFailurePercentage(
              given.get("toleratedFailurePercentage").doubleValue());
    }
    return updated;
  }

  private MapRunRecord require(Request request) {
    String arn = Arns.require(request.required("mapRunArn"), "mapRun");
    return engine.executions().stream()
        .map(run -> find(arn, run.snapshot()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> Arns.notFound(arn));
  }

  private static Optional<MapRunRecord> find(String arn, ExecutionRecord execution) {
    return execution.mapRuns().stream()
        .flatMap(MapRunCalls::withNested)
        .filter(run -> run.arn().equals(arn))
        .findFirst();
  }

  private static Stream<MapRunRecord> withNested(MapRunRecord run) {
    Stream<MapRunRecord> nested =
        run.children().values().stream()
            .flatMap(child -> child.mapRuns().stream())
            .flatMap(MapRunCalls::withNested);
    return Stream.concat(Stream.of(run), nested);
  }

  /** ListMapRuns: those of an execution, in the order of their start. */
  ObjectNode list(Request request) {
    ExecutionRun run = executions.require(request.required("executionArn"));
    List<JsonNode> found =
        run.snapshot().mapRuns().stream()
            .map(mapRun -> (JsonNode) dated(MapRunJson.listed(mapRun.description())))
            .toList();
    return Pages.page(request, "mapRuns", found);
  }

  /** ListExecutions of a Map Run: its children that run or are kept, the one started last first. */
  ObjectNode listChildren(Request request) {
    List<JsonNode> found = new ArrayList<>();
    for (ExecutionRun child : engine.childrenOf(require(request).arn())) {
      ObjectNode listed = ServiceJson.listedChild(child);
      if (isAskedFor(request, listed)) {
        found.add(0, listed);
      }
    }
    return Pages.page(request, "executions", found);
  }

  private static boolean isAskedFor(Request request, ObjectNode child) {
    String redriven = child.get("redriveCount").intValue() > 0 ? "REDRIVEN" : "NOT_REDRIVEN";
    String status = child.get("status").textValue();
    return request.optional("statusFilter").orElse(status).equals(status)
        && request.optional("redriveFilter").orElse(redriven).equals(redriven);
  }

  /** The same with ISO-8601 text for the seconds that dates are on the wire. */
  private static ObjectNode dated(ObjectNode json) {
    for (String name : List.of("startDate", "stopDate", "redriveDate")) {
      JsonNode seconds = json.get(name);
      if (seconds != null) {
        BigDecimal millis = seconds.decimalValue().movePointRight(MILLIS);
        json.put(name, ServiceJson.date(Instant.ofEpochMilli(millis.longValueExact())));
      }
    }
    return json;
  }
}
