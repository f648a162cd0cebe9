package io.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * One run of a Map state in distributed mode, as it stands: what {@code DescribeMapRun} tells, and
 * its child executions. Immutable.
 *
 * <pre>{@code
 * MapRun run = execution.mapRuns().get(0);
 * assertThat(run.items().failed()).isEqualTo(2);
 * Execution child = run.child(3);
 * }</pre>
 */
public final class MapRun {
  private static final int MILLIS = 3;

  private final MapRunDescription description;
  private final SortedMap<Integer, Execution> children;

  /**
   * @param children those that were kept, by their index
   */
  public MapRun(MapRunDescription description, SortedMap<Integer, Execution> children) {
    this.description = description;
    this.children = children;
  }

  /** The Map Run's ARN. */
  public String arn() {
    return description.arn();
  }

  /** The name of the Map state. */
  public String state() {
    return description.state();
  }

  /** What tells more of it. */
  public MapRunDescription description() {
    return description;
  }

  public MapRunStatus status() {
    return description.status();
  }

  /** How far it has come with its items. */
  public MapRunCounts items() {
    return description.itemCounts();
  }

  /** How far it has come with its child executions: without an ItemBatcher one for each item. */
  public MapRunCounts executions() {
    return description.executionCounts();
  }

  /** The child executions that were kept, by their index; see {@link ChildRetention}. */
  public List<Execution> children() {
    return List.copyOf(children.values());
  }

  /** The child executions that were kept and failed, timed out or were aborted. */
  public List<Execution> failedChildren() {
    return children.values().stream()
        .filter(
            child ->
                child.status() != ExecutionStatus.SUCCEEDED
                    && child.status() != ExecutionStatus.RUNNING)
        .toList();
  }

  /**
   * The child execution of an item or a batch.
   *
   * @param index 0-based, in the order of the items
   * @throws IllegalArgumentException if it was not kept, or there is none
   */
  public Execution child(int index) {
    Execution child = children.get(index);
    if (child == null) {
      throw new IllegalArgumentException(
          "The Map Run of '%s' %s child execution %d. It has %d, and kept %d of them. StepFunctionsEnvironment.builder().keepingChildren(ChildRetention.all()) keeps all."
              .formatted(
                  state(),
                  index < executions().total() && index >= 0 ? "did not keep its" : "has no",
                  index,
                  executions().total(),
                  children.size()));
    }
    return child;
  }

  /** What {@code DescribeMapRun} answers; its times are seconds since 1970. */
  public JsonNode toJson() {
    ObjectNode json = Json.NODES.objectNode();
    json.put("mapRunArn", arn());
    json.put("executionArn", description.executionArn());
    json.put("status", status().name());
    dates(json);
    json.put("maxConcurrency", description.maxConcurrency());
    json.put("toleratedFailurePercentage", description.toleratedFailurePercentage());
    json.put("toleratedFailureCount", description.toleratedFailureCount());
    json.set("itemCounts", items().toJson());
    json.set("executionCounts", executions().toJson());
    json.put("redriveCount", description.redriveCount());
    description.redrivenAt().ifPresent(time -> json.put("redriveDate", seconds(time)));
    return json;
  }

  /** What {@code ListMapRuns} tells of it; its times are seconds since 1970. */
  public JsonNode toListJson() {
    ObjectNode json = Json.NODES.objectNode();
    json.put("executionArn", description.executionArn());
    json.put("mapRunArn", arn());
    json.put("stateMachineArn", description.stateMachineArn());
    dates(json);
    return json;
  }

  private void dates(ObjectNode json) {
    json.put("startDate", seconds(description.startedAt()));
    Optional<Instant> stopped = description.stoppedAt();
    stopped.ifPresent(instant -> json.put("stopDate", seconds(instant)));
  }

  private static BigDecimal seconds(Instant instant) {
    return BigDecimal.valueOf(instant.toEpochMilli(), MILLIS);
  }

  @Override
  public String toString() {
    MapRunCounts items = items();
    return "%s %s: %d items, %d succeeded, %d failed, %d timed out, %d aborted, %d pending"
        .formatted(
            state(),
            status(),
            items.total(),
            items.succeeded(),
            items.failed(),
            items.timedOut(),
            items.aborted(),
            items.pending());
  }
}
