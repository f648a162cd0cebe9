package io.stepunit.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The effective input of an HTTP Task, read field by field. */
record Parameters(JsonNode json) {
  private static final Set<String> METHODS =
      Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD");

  /** One value of a header or a query parameter. */
  record Pair(String name, String value) {}

  String required(String field) {
    JsonNode value = json.path(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw new RequestException(
          "Its effective input needs a string in '%s', found %s"
              .formatted(field, value.isMissingNode() ? "none" : Json.text(value)));
    }
    return value.textValue();
  }

  String method() {
    String method = required("Method");
    if (!METHODS.contains(method)) {
      throw new RequestException(
          "Its Method is '%s'; Step Functions sends GET, POST, PUT, DELETE, PATCH, OPTIONS and HEAD"
              .formatted(method));
    }
    return method;
  }

  /** A field that is a text; empty if it is not there. */
  Optional<String> text(String field) {
    return Optional.of(json.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }

  /** The body; null is none. */
  Optional<JsonNode> body() {
    return Optional.of(json.path("RequestBody")).filter(body -> !isNothing(body));
  }

  /** The values of a field such as Headers, whose members are texts, numbers or lists of them. */
  List<Pair> pairs(String field) {
    List<Pair> pairs = new ArrayList<>();
    JsonNode object = json.path(field);
    if (!isNothing(object) && !object.isObject()) {
      throw new RequestException(
          "Its '%s' must be an object, found %s".formatted(field, Json.text(object)));
    }
    object
        .fields()
        .forEachRemaining(
            member -> {
              JsonNode value = member.getValue();
              Iterable<JsonNode> values = value.isArray() ? value : List.of(value);
              values.forEach(each -> pairs.add(new Pair(member.getKey(), plain(each))));
            });
    return pairs;
  }

  static boolean isNothing(JsonNode node) {
    return node.isMissingNode() || node.isNull();
  }

  /** A text as it is, all else as JSON. */
  static String plain(JsonNode value) {
    return value.isTextual() ? value.textValue() : Json.text(value);
  }
}
