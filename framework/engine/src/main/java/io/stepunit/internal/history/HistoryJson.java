package io.stepunit.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.history.EventDetails;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Histories in the JSON of {@code aws stepfunctions get-execution-history --output json}.
 *
 * <p>The shape is {@code {"events": [{"timestamp": …, "type": …, "id": …, "previousEventId": …,
 * "<details>": {…}}]}}. Inputs, outputs and parameters are JSON <em>text</em> inside the JSON, as
 * in the service's answer, and members that the service leaves out are left out.
 *
 * <p>The text is the same byte for byte for the same events: keys stand in the order of the
 * service's model, four blanks indent, and a line feed ends the last line. Timestamps are written
 * as the CLI version 2 writes them in the zone UTC: {@code 2026-01-01T00:00:00+00:00}, with six
 * digits of a second only where it is not a whole one ({@code 2026-01-01T00:00:00.250000+00:00}).
 *
 * <p>See the Step Functions API reference, {@code GetExecutionHistory} and {@code HistoryEvent}.
 *
 * @since 0.1.0
 */
public final class HistoryJson {
  private static final DateTimeFormatter WHOLE_SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final List<String> EXECUTION_DATA =
      Stream.of("input", "output", "assignedVariables")
          .flatMap(name -> Stream.of(name, name + "Details"))
          .toList();

  private HistoryJson() {}

  /** The history's text, as the CLI prints it. */
  public static String text(List<? extends HistoryEvent> events) {
    return CliJsonWriter.text(tree(events));
  }

  /** The same as a tree: an object with the array {@code events}. */
  public static JsonNode tree(List<? extends HistoryEvent> events) {
    ObjectNode history = Json.NODES.objectNode();
    ArrayNode array = history.putArray("events");
    events.forEach(event -> array.add(tree(event)));
    return history;
  }

  /** One event as a tree. */
  public static JsonNode tree(HistoryEvent event) {
    return tree(event, DataForm.TEXT);
  }

  /** One event as a tree whose data has another form. */
  public static JsonNode tree(HistoryEvent event, DataForm form) {
    ObjectNode node = Json.NODES.objectNode();
    node.put("timestamp", time(event.timestamp()));
    node.put("type", event.type().awsName());
    node.put("id", event.id());
    node.put("previousEventId", event.previousEventId());
    EventDetails details = EventCopy.kept(event);
    if (!(details instanceof EventDetails.None)) {
      node.set(event.type().detailsField(), DetailsJson.of(details, form));
    }
    return node;
  }

  /**
   * One event as a tree without what {@code includeExecutionData} false leaves out: inputs, outputs
   * and values of variables. Errors, causes and {@code parameters} stay.
   */
  public static JsonNode withoutData(HistoryEvent event) {
    JsonNode tree = tree(event);
    if (tree.path(event.type().detailsField()) instanceof ObjectNode details) {
      details.remove(EXECUTION_DATA);
    }
    return tree;
  }

  /** An instant as the CLI prints it. */
  public static String time(Instant instant) {
    boolean isWhole = instant.getNano() / 1_000 == 0;
    return (isWhole ? WHOLE_SECONDS : MICROSECONDS).format(instant);
  }

  /**
   * Reads a history that the CLI or an SDK wrote: {@code {"events": […]}}, or the bare array.
   *
   * @param text the JSON text
   * @return an object with the array {@code events}; each event has a {@code type}, and an {@code
   *     id} and {@code previousEventId} that are whole numbers. Everything else is as it was
   *     written
   * @throws io.stepunit.internal.json.JsonTextException if the text is not JSON
   * @throws IllegalArgumentException if the JSON is not a history, naming the place
   */
  public static JsonNode read(String text) {
    return checked(Json.parse(text));
  }

  /** The same of a text that is parsed already. */
  public static JsonNode checked(JsonNode root) {
    JsonNode events = root.isArray() ? root : root.path("events");
    if (!events.isArray()) {
      throw new IllegalArgumentException(
          "This is not an execution history: expected an object with the array 'events', as"
              + " `aws stepfunctions get-execution-history` prints it, but found "
              + describe(root));
    }
    String pointer = root.isArray() ? "" : "/events";
    for (int i = 0; i < events.size(); i++) {
      check(events.get(i), pointer + "/" + i);
    }
    return Json.NODES.objectNode().set("events", events);
  }

  private static void check(JsonNode event, String pointer) {
    if (!event.path("type").isTextual()) {
      throw missing(pointer, "type", "the event's type, such as \"TaskScheduled\"");
    }
    for (String field : List.of("id", "previousEventId")) {
      if (!event.path(field).isIntegralNumber()) {
        throw missing(pointer, field, "a whole number");
      }
    }
  }

  private static IllegalArgumentException missing(String pointer, String field, String expected) {
    return new IllegalArgumentException(
        "This is not an execution history: the event at '"
            + pointer
            + "' needs the field '"
            + field
            + "' with "
            + expected);
  }

  private static String describe(JsonNode root) {
    if (!root.isObject()) {
      return "a JSON " + root.getNodeType().name().toLowerCase(Locale.ROOT);
    }
    List<String> names = new ArrayList<>();
    root.fieldNames().forEachRemaining(names::add);
    return "an object with the fields " + names;
  }
}
