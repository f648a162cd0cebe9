package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.EventType;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.recording.RecordedFiles.Finds;
import io.stepunit.recording.RecordingException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The log records of executions, which CloudWatch delivers in any order: put together by {@code
 * execution_arn} and ordered by {@code id}.
 *
 * <p>See "Logging using CloudWatch Logs" in the Step Functions Developer Guide.
 */
final class LogRecords {
  private static final Map<String, String> DETAILS =
      Arrays.stream(EventType.values())
          .collect(Collectors.toUnmodifiableMap(EventType::awsName, EventType::detailsField));

  /** Numbers of histories that are text in log records. */
  private static final Set<String> NUMBERS =
      Set.of("index", "length", "timeoutInSeconds", "heartbeatInSeconds", "redriveCount");

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern RESULT =
      Pattern.compile("(Task|LambdaFunction|Activity)Succeeded|TaskSubmitted");

  private final Map<String, SortedMap<Long, JsonNode>> executions = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  void add(JsonNode logRecord) {
    String arn = logRecord.get("execution_arn").textValue();
    if (!taken.contains(arn)) {
      executions
          .computeIfAbsent(arn, key -> new TreeMap<>())
          .put(logRecord.path("id").asLong(), logRecord);
    }
  }

  /** Hands on the Express executions that are complete: none of them can be redriven. */
  void takeEnded(Finds finds) {
    List<String> ended =
        executions.entrySet().stream()
            .filter(each -> isExpress(each.getKey()) && isComplete(each.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    ended.forEach(arn -> take(arn, finds));
  }

  /** Hands on all others. */
  void takeRest(Finds finds) {
    List.copyOf(executions.keySet()).forEach(arn -> take(arn, finds));
  }

  private static boolean isExpress(String arn) {
    return arn.contains(":express:");
  }

  private static boolean isComplete(SortedMap<Long, JsonNode> records) {
    return missing(records).isEmpty()
        && HistoryFile.isEnd(of(records, records.lastKey()).path("type").asText());
  }

  private static JsonNode of(SortedMap<Long, JsonNode> records, Long id) {
    return records.getOrDefault(id, MissingNode.getInstance());
  }

  private static Optional<String> missing(SortedMap<Long, JsonNode> records) {
    long next = 1;
    for (long id : records.keySet()) {
      if (id != next) {
        return Optional.of(next == id - 1 ? "event " + next : "events " + next + " to " + (id - 1));
      }
      next++;
    }
    return Optional.empty();
  }

  private void take(String arn, Finds finds) {
    SortedMap<Long, JsonNode> records = executions.getOrDefault(arn, new TreeMap<>());
    executions.remove(arn);
    taken.add(arn);
    Optional<String> problem = problem(records);
    if (problem.isPresent()) {
      finds.unread(nameOf(arn), problem.get());
      return;
    }
    try {
      finds.execution(execution(arn, nameOf(arn), records));
    } catch (RecordingException e) {
      finds.unread(nameOf(arn), String.valueOf(e.getMessage()));
    }
  }

  private static String nameOf(String arn) {
    String[] parts = arn.split(":", 8);
    return parts.length > 7 ? parts[7] : arn;
  }

  private static Optional<String> problem(SortedMap<Long, JsonNode> records) {
    Optional<String> missing = missing(records);
    if (missing.isPresent()) {
      return Optional.of(
          "Its log has no %s. All events are needed: level ALL in the machine's loggingConfiguration, and the log of the whole execution."
              .formatted(missing.get()));
    }
    JsonNode started = of(records, records.firstKey()).path("details");
    if (!started.has("input")) {
      return Optional.of(
          "Its log has no data, so that neither its input nor what its Tasks returned is known:"
              + " includeExecutionData has to be true in the machine's loggingConfiguration.");
    }
    return records.values().stream().filter(LogRecords::isCutOff).findFirst().map(LogRecords::cut);
  }

  private static boolean isCutOff(JsonNode logRecord) {
    String type = logRecord.get("type").textValue();
    boolean isNeeded = type.equals("ExecutionStarted") || RESULT.matcher(type).matches();
    JsonNode details = logRecord.path("details");
    return isNeeded
        && (details.at("/inputDetails/truncated").asBoolean()
            || details.at("/outputDetails/truncated").asBoolean());
  }

  private static String cut(JsonNode logRecord) {
    return "CloudWatch Logs cut off the data of event %s (%s), which the replay needs."
        .formatted(logRecord.path("id").asText(), logRecord.path("type").asText());
  }

  private static RecordedCase execution(
      String arn, String name, SortedMap<Long, JsonNode> records) {
    List<String> parts = List.of(arn.split(":", 6));
    ArrayNode events = Json.NODES.arrayNode(records.size());
    records.values().forEach(logRecord -> events.add(event(logRecord)));
    return HistoryFile.of(
        name,
        RecordedEvent.listOf(events),
        isExpress(arn) ? WorkflowType.EXPRESS : WorkflowType.STANDARD,
        part(parts, 4),
        part(parts, 3));
  }

  private static Optional<String> part(List<String> parts, int index) {
    return parts.stream().skip(index).findFirst().filter(part -> !part.isEmpty());
  }

  private static ObjectNode event(JsonNode logRecord) {
    String type = logRecord.get("type").textValue();
    ObjectNode event =
        Json.NODES
            .objectNode()
            .put("type", type)
            .put("id", logRecord.path("id").asLong())
            .put("previousEventId", logRecord.path("previous_event_id").asLong());
    String time = logRecord.path("event_timestamp").asText();
    if (WHOLE.matcher(time).matches()) {
      event.put("timestamp", new BigDecimal(time).movePointLeft(3));
    }
    String field = DETAILS.getOrDefault(type, "");
    if (!field.isEmpty() && logRecord.path("details").isObject()) {
      event.set(field, details(logRecord.get("details")));
    }
    return event;
  }

  private static ObjectNode details(JsonNode logged) {
    ObjectNode details = Json.NODES.objectNode();
    logged
        .fields()
        .forEachRemaining(
            member -> {
              String text = member.getValue().asText();
              boolean isNumber = NUMBERS.contains(member.getKey()) && WHOLE.matcher(text).matches();
              details.set(
                  member.getKey(),
                  isNumber ? Json.NODES.numberNode(Long.parseLong(text)) : member.getValue());
            });
    return details;
  }
}
