package io.stepunit.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.history.LogLevel;
import io.stepunit.internal.json.Json;
import java.util.List;

/**
 * The records that a state machine with logging sends to CloudWatch Logs, in the order of the
 * history.
 *
 * <p>A record is {@code {"id": "2", "type": "FailStateEntered", "details": {…},
 * "previous_event_id": "0", "event_timestamp": "1767225600000", "execution_arn": …,
 * "redrive_count": "0"}}: all scalar members are text, the timestamp in milliseconds since 1970.
 * See "Logging using CloudWatch Logs" in the Step Functions Developer Guide.
 *
 * @since 0.1.0
 */
public final class ExecutionLog {
  private static final List<String> EXECUTION_DATA =
      List.of("input", "inputDetails", "output", "outputDetails");

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
    logRecord.put("id", String.valueOf(event.id()));
    logRecord.put("type", event.type().awsName());
    logRecord.set("details", details(event, includeExecutionData));
    logRecord.put("previous_event_id", String.valueOf(event.previousEventId()));
    logRecord.put("event_timestamp", String.valueOf(event.timestamp().toEpochMilli()));
    logRecord.put("execution_arn", execution.description().arn());
    logRecord.put("redrive_count", String.valueOf(redrives));
    return logRecord;
  }

  private static JsonNode details(HistoryEvent event, boolean includeExecutionData) {
    JsonNode details = HistoryJson.tree(event).path(event.type().detailsField());
    if (!details.isObject()) {
      return Json.NODES.objectNode();
    }
    ObjectNode copy = details.deepCopy();
    if (!includeExecutionData) {
      copy.remove(EXECUTION_DATA);
    }
    return copy;
  }
}
