package io.stepunit.internal.masking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.recording.Masking;
import java.util.Set;

/**
 * Masks events of histories and log records: their data, and what else the execution was given, but
 * not what they have of the definition.
 */
public final class EventMasker {
  /** What comes from the definition or from AWS, and is needed to replay. */
  private static final Set<String> KEPT =
      Set.of(
          "type",
          "name",
          "state",
          "location",
          "resource",
          "resourceType",
          "region",
          "timestamp",
          "event_timestamp",
          "id",
          "previousEventId",
          "previous_event_id",
          "index",
          "length",
          "redriveCount",
          "redrive_count",
          "timeoutInSeconds",
          "heartbeatInSeconds");

  private static final Set<String> JSON_TEXTS = Set.of("input", "output", "parameters");
  private static final String VARIABLES = "assignedVariables";
  private static final String ARN = "execution_arn";

  private final DataMasker data;

  public EventMasker(Masking masking) {
    this.data = new DataMasker(masking);
  }

  /** Whether all events have to be seen before any is masked. */
  public boolean hasToSee() {
    return data.hasToSee();
  }

  /** Remembers the values of masked fields in an event or a log record. */
  public void see(JsonNode event) {
    event
        .fields()
        .forEachRemaining(
            member -> {
              JsonNode value = member.getValue();
              if (member.getKey().equals(VARIABLES)) {
                value
                    .fields()
                    .forEachRemaining(
                        variable -> see(variable.getValue(), data.isNamed(variable.getKey())));
              } else if (value.isObject() && !JSON_TEXTS.contains(member.getKey())) {
                see(value);
              } else if (JSON_TEXTS.contains(member.getKey())) {
                see(value, false);
              } else if (!KEPT.contains(member.getKey())) {
                data.see(value, false);
              }
            });
  }

  private void see(JsonNode jsonText, boolean named) {
    if (jsonText.isTextual()) {
      data.seeJsonText(jsonText.textValue(), named);
    } else {
      data.see(jsonText, named);
    }
  }

  /** A page of a history with its events masked; its token for the next page is left out. */
  public JsonNode maskedPage(JsonNode page) {
    ArrayNode events = Json.NODES.arrayNode();
    page.path("events").forEach(event -> events.add(masked(event)));
    return Json.NODES.objectNode().set("events", events);
  }

  /** The same event or log record, masked. */
  public JsonNode masked(JsonNode event) {
    ObjectNode masked = Json.NODES.objectNode();
    event
        .fields()
        .forEachRemaining(
            member -> masked.set(member.getKey(), masked(member.getKey(), member.getValue())));
    return masked;
  }

  private JsonNode masked(String name, JsonNode value) {
    if (KEPT.contains(name)) {
      return value;
    }
    if (name.equals(VARIABLES)) {
      return variables(value);
    }
    if (name.equals(ARN)) {
      return Json.NODES.textNode(arn(value.asText()));
    }
    if (JSON_TEXTS.contains(name)) {
      return jsonText(value, false);
    }
    return value.isObject() ? masked(value) : data.masked(value, false);
  }

  private JsonNode jsonText(JsonNode value, boolean named) {
    return value.isTextual()
        ? Json.NODES.textNode(data.jsonText(value.textValue(), named))
        : data.masked(value, named);
  }

  private JsonNode variables(JsonNode variables) {
    ObjectNode masked = Json.NODES.objectNode();
    variables
        .fields()
        .forEachRemaining(
            variable ->
                masked.set(
                    variable.getKey(),
                    jsonText(variable.getValue(), data.isNamed(variable.getKey()))));
    return masked;
  }

  /** Only the execution's name is somebody's own text. */
  private String arn(String arn) {
    String[] parts = arn.split(":", 8);
    if (parts.length < 8) {
      return data.text(arn);
    }
    parts[7] = data.text(parts[7]);
    return String.join(":", parts);
  }

  /** A name that is masked, such as that of a file. */
  public String name(String name) {
    return data.text(name);
  }
}
