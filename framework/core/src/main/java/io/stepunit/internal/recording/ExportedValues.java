package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells the JSON values in exported files apart: pages of histories, and log records in whatever
 * CloudWatch Logs wraps them.
 */
final class ExportedValues {
  /** The members in which CloudWatch's answers and deliveries have log events. */
  private static final List<String> WRAPPERS = List.of("events", "logEvents", "results");

  private final Consumer<JsonNode> pages;
  private final Consumer<JsonNode> records;
  private final boolean shown;
  private int found;
  private int strange;
  private String firstStrange = "";

  /**
   * @param pages takes pages of histories
   * @param records takes log records
   * @param shown whether messages may show data
   */
  ExportedValues(Consumer<JsonNode> pages, Consumer<JsonNode> records, boolean shown) {
    this.pages = pages;
    this.records = records;
    this.shown = shown;
  }

  /** What was neither, or that there was nothing; empty if all is well. */
  Optional<String> problem() {
    if (found == 0 && strange == 0) {
      return Optional.of("It has no event of an execution.");
    }
    return strange == 0
        ? Optional.empty()
        : Optional.of(
            "%s %s neither a history, as `aws stepfunctions get-execution-history` prints it, nor a log record of an execution, with 'execution_arn' and 'type'.%s"
                .formatted(
                    strange,
                    strange == 1 ? "value of it is" : "values of it are",
                    shown ? " The first is " + firstStrange + "." : ""));
  }

  void add(JsonNode value) {
    if (isRecord(value)) {
      found(records, value);
    } else if (isPage(value)) {
      found(pages, value.isArray() ? Json.NODES.objectNode().set("events", value) : value);
    } else if (value.isArray()) {
      ofArray(value);
    } else if (value.path("message").isTextual()) {
      message(value.get("message").textValue());
    } else {
      wrapped(value);
    }
  }

  private void ofArray(JsonNode array) {
    for (JsonNode item : array) {
      if (item.path("field").asText().equals("@message")) {
        message(item.path("value").asText());
        return;
      }
    }
    boolean isInsights = array.size() > 0 && array.get(0).has("field");
    if (isInsights) {
      strange(array);
      return;
    }
    array.forEach(this::add);
  }

  private void wrapped(JsonNode value) {
    for (String wrapper : WRAPPERS) {
      if (value.path(wrapper).isArray()) {
        value.get(wrapper).forEach(this::add);
        return;
      }
    }
    strange(value);
  }

  private void message(String text) {
    try {
      JsonNode value = Json.parseData(text);
      if (isRecord(value)) {
        found(records, value);
      } else {
        strange(value);
      }
    } catch (JsonTextException e) {
      strange(Json.NODES.textNode(text));
    }
  }

  private void found(Consumer<JsonNode> taker, JsonNode value) {
    found++;
    taker.accept(value);
  }

  private void strange(JsonNode value) {
    strange++;
    if (strange == 1) {
      String text = Json.text(value);
      firstStrange = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
  }

  private static boolean isRecord(JsonNode value) {
    return value.path("execution_arn").isTextual() && value.path("type").isTextual();
  }

  private static boolean isPage(JsonNode value) {
    JsonNode events = value.isArray() ? value : value.path("events");
    return events.isArray() && events.path(0).has("previousEventId");
  }
}
