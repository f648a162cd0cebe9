package io.stepunit.internal.report.make;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.data.RecordedExecution;
import io.stepunit.internal.report.data.ReportData;
import io.stepunit.internal.report.data.RunRecord;
import io.stepunit.internal.report.data.TestRecord;
import io.stepunit.internal.report.export.CoverageJson;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the page reads when it opens: all but what happened in executions. */
final class PageIndex {
  private static final int FEW_MODULES = 3;

  private static final int VERSION = 1;

  private final ReportData records;
  private final List<DefinitionCoverage> coverage;
  private final Layouts layouts;
  private final Map<String, List<RecordedExecution>> executionsByTest;
  private final Map<String, JsonNode> eventsByExecution;

  PageIndex(ReportData records, List<DefinitionCoverage> coverage, Layouts layouts) {
    this.records = records;
    this.coverage = coverage;
    this.layouts = layouts;
    this.executionsByTest = records.executions().stream().collect(groupingBy(PageIndex::key));
    this.eventsByExecution =
        records.quotas().stream()
            .collect(
                toMap(
                    quotas -> quotas.path("execution").asText(),
                    quotas -> quotas.path("events"),
                    (first, second) -> second));
  }

  /** Its id begins with the key of its test, which is unique over modules. */
  private static String key(RecordedExecution execution) {
    return execution.id().substring(0, execution.id().lastIndexOf('-'));
  }

  ObjectNode toJson() {
    ObjectNode json = Json.NODES.objectNode().put("version", VERSION);
    json.set("run", run());
    json.set("definitions", array(coverage.stream().map(this::definition)));
    json.set("tests", array(records.tests().stream().map(this::test)));
    json.set("executions", array(records.executions().stream().map(this::execution)));
    json.set("sweeps", array(records.sweeps().stream()));
    json.set("worlds", array(records.worlds().stream().map(WorldSummary::of)));
    json.set("quotas", array(records.quotas().stream()));
    return json;
  }

  private static ArrayNode array(Stream<? extends JsonNode> elements) {
    ArrayNode array = Json.NODES.arrayNode();
    elements.forEach(array::add);
    return array;
  }

  /** The first JVM of the run, with all modules that took part. */
  private ObjectNode run() {
    return records.runs().stream()
        .min(Comparator.comparing(RunRecord::startedAt))
        .map(first -> named(first.json().deepCopy()))
        .orElseGet(Json.NODES::objectNode);
  }

  /** A few modules give the page its title; of more, it has the first and lists all. */
  private ObjectNode named(ObjectNode run) {
    List<String> modules =
        records.runs().stream().map(RunRecord::module).distinct().sorted().toList();
    String all = String.join(", ", modules);
    return modules.size() <= FEW_MODULES
        ? run.put("module", all)
        : run.put("module", modules.get(0) + " and " + (modules.size() - 1) + " more modules")
            .put("modules", all);
  }

  private ObjectNode definition(DefinitionCoverage covered) {
    ObjectNode json = Json.NODES.objectNode();
    json.setAll(covered.definition().json());
    json.set("graph", layouts.of(covered.definition()));
    json.set("coverage", CoverageJson.of(covered).put("executions", covered.executions()));
    return json;
  }

  private ObjectNode test(TestRecord test) {
    List<RecordedExecution> executions = executionsByTest.getOrDefault(test.key(), List.of());
    ObjectNode json = Json.NODES.objectNode();
    json.setAll(test.json());
    ArrayNode ids = json.putArray("executions");
    executions.forEach(execution -> ids.add(execution.id()));
    return json;
  }

  private ObjectNode execution(RecordedExecution execution) {
    ObjectNode json =
        Json.NODES
            .objectNode()
            .put("id", execution.id())
            .put("test", execution.test())
            .put("definition", execution.definition())
            .put("status", execution.head().path("status").asText())
            .put("name", execution.head().path("name").asText())
            .put("virtualSeconds", seconds(execution));
    JsonNode parent = execution.head().path("parentArn");
    if (parent.isTextual()) {
      json.set("parentArn", parent);
    }
    JsonNode events = eventsByExecution.get(execution.id());
    if (events != null) {
      json.set("events", events);
    }
    return json;
  }

  /** From its start to its end, in virtual time; 0 if it has not ended. */
  private static BigDecimal seconds(RecordedExecution execution) {
    JsonNode stopped = execution.head().path("stoppedAt");
    if (stopped.isMissingNode()) {
      return BigDecimal.ZERO;
    }
    Instant started = Instant.parse(execution.head().path("startedAt").asText());
    Duration duration = Duration.between(started, Instant.parse(stopped.asText()));
    return BigDecimal.valueOf(duration.toMillis(), 3);
  }
}
