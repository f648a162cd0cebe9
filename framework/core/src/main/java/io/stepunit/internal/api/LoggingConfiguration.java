package io.stepunit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.history.LogLevel;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.monitoring.Logging;
import java.util.ArrayList;
import java.util.List;

/**
 * A machine's {@code loggingConfiguration}.
 *
 * @param sent which records are sent
 * @param logGroupArns the log groups that they are sent to
 */
record LoggingConfiguration(Logging sent, List<String> logGroupArns) {
  static final LoggingConfiguration OFF = new LoggingConfiguration(Logging.OFF, List.of());

  LoggingConfiguration {
    logGroupArns = List.copyOf(logGroupArns);
  }

  /**
   * Reads it.
   *
   * @throws StepFunctionsException {@code InvalidLoggingConfiguration} if records are to be sent,
   *     but not to one log group
   */
  static LoggingConfiguration of(Request given) {
    LogLevel level = given.optional("level").map(LogLevel::valueOf).orElse(LogLevel.OFF);
    List<String> groups = new ArrayList<>();
    for (JsonNode destination : given.json().path("destinations")) {
      JsonNode arn = destination.at("/cloudWatchLogsLogGroup/logGroupArn");
      if (arn.isTextual()) {
        groups.add(arn.textValue());
      }
    }
    if (level != LogLevel.OFF && groups.size() != 1) {
      throw invalid("Must specify exactly one Log Destination.");
    }
    return new LoggingConfiguration(
        new Logging(level, given.flag("includeExecutionData", false)), groups);
  }

  private static StepFunctionsException invalid(String reason) {
    return new StepFunctionsException(
        "InvalidLoggingConfiguration", "Invalid Logging Configuration: " + reason);
  }

  /** The same, but for which records are sent. */
  LoggingConfiguration with(Logging other) {
    return new LoggingConfiguration(other, logGroupArns);
  }

  ObjectNode json() {
    ObjectNode json = Json.NODES.objectNode();
    json.put("level", sent.level().name());
    json.put("includeExecutionData", sent.includeExecutionData());
    if (!logGroupArns.isEmpty()) {
      ArrayNode destinations = json.putArray("destinations");
      logGroupArns.forEach(
          arn ->
              destinations.addObject().putObject("cloudWatchLogsLogGroup").put("logGroupArn", arn));
    }
    return json;
  }
}
