package io.stepunit.internal.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.LogLevel;
import io.stepunit.internal.history.ExecutionLog;
import io.stepunit.internal.history.ExecutionRecord;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The {@code LoggingConfiguration} of a state machine.
 *
 * @param level which events are sent to CloudWatch Logs
 * @param includeExecutionData whether inputs and outputs are sent with them
 * @since 0.1.0
 */
public record Logging(LogLevel level, boolean includeExecutionData) {
  /** The default of a machine: no record is sent. */
  public static final Logging OFF = new Logging(LogLevel.OFF, false);

  /** The records of executions, in the order of time; see {@link ExecutionLog}. */
  public List<JsonNode> records(List<ExecutionRecord> executions) {
    return executions.stream()
        .map(execution -> ExecutionLog.records(execution, level, includeExecutionData))
        .flatMap(records -> StreamSupport.stream(records.spliterator(), false))
        .sorted(Comparator.comparing(record -> record.path("event_timestamp").asLong()))
        .toList();
  }
}
