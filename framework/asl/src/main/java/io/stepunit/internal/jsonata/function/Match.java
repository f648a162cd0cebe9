package io.stepunit.internal.jsonata.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.jsonata.Values;

/**
 * One match of a text, as a matcher function gives it.
 *
 * @param value the object with {@code match}, {@code start}, {@code end}, {@code groups}
 */
record Match(JsonNode value) {
  String text() {
    return value.path("match").asText("undefined");
  }

  int start() {
    return value.path("start").intValue();
  }

  int end() {
    return value.path("end").intValue();
  }

  JsonNode groups() {
    return value.path("groups");
  }

  /** The match as {@code $match} gives it. */
  ObjectNode shown() {
    ObjectNode shown = Values.object();
    copy("match", shown, "match");
    copy("start", shown, "index");
    copy("groups", shown, "groups");
    return shown;
  }

  private void copy(String from, ObjectNode shown, String name) {
    JsonNode part = value.path(from);
    if (part != Values.UNDEFINED) {
      shown.set(name, part);
    }
  }
}
