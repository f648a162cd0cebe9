package io.stepunit.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.LogLevel;
import io.stepunit.internal.json.Json;
import java.util.Map;

/**
 * The records that a state machine with logging sends to CloudWatch Logs, in the order of the
 * history.
 *
 * <p>A record is {@code {"details": {…}, "redrive_count": "0", "id": "2", "type":
 * "FailStateEntered", "previous_event_id": "0", "event_timestamp": "1767225600000",
 * "execution_arn": …}}: all scalar members are text, the timestamp in milliseconds since 1970; the
 * members of {@code details} are in alphabetical order. See "Logging using CloudWatch Logs" in the
 * Step Functions Developer Guide.
 *
 * @since 0.1.0
 */
public final class ExecutionLog {
  private ExecutionLog() {}

  /**
   * The log of an execution.
   *
   * @param includeExecutionData whether inputs and outputs of states are in it
   * @return an array of records
   */
  public static JsonNode records(
      ExecutionRecord execution, LogLevel level, boolean includeExecutionData) {
    ArrayNode records = Json.NODES.arrayNode();
    int redrives = 0;
    for (HistoryEvent event : execution.events()) {
      redrives += event.type() == EventType.EXECUTION_REDRIVEN ? 1 : 0;
      if (level.includes(event.type())) {
        records.add(logRecord(execution, event, includeExecutionData, redrives));
      }
    }
    return records;
  }

  private static ObjectNode logRecord(
      ExecutionRecord execution, HistoryEvent event, boolean includeExecutionData, int redrives) {
    ObjectNode logRecord = Json.NODES.objectNode();
    logRecord.set("details", details(event, includeExecutionData));
    logRecord.put("redrive_count", String.valueOf(redrives));
    logRecord.put("id", String.valueOf(event.id()));
    logRecord.put("type", event.type().awsName());
    logRecord.put("previous_event_id", String.valueOf(event.previousEventId()));
    logRecord.put("event_timestamp", String.valueOf(event.timestamp().toEpochMilli()));
    logRecord.put("execution_arn", execution.description().arn());
    return logRecord;
  }

  private static JsonNode details(HistoryEvent event, boolean includeExecutionData) {
    JsonNode tree = includeExecutionData ? HistoryJson.tree(event) : HistoryJson.withoutData(event);
    ObjectNode details = Json.NODES.objectNode();
    tree.path(event.type().detailsField()).properties().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(member -> details.set(member.getKey(), member.getValue()));
    return details;
  }
}
