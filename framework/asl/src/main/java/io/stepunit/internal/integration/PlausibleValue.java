package io.stepunit.internal.integration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.expression.DecidingValues;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes values of the shapes of a service, as like given ones as can be: what is always there is
 * there, and what there is has the type that the service gives it.
 */
public enum PlausibleValue {
  /** Of an answer: it may have fields that are not known. */
  ANSWER,
  /** Of a request: it has none that the service does not know. */
  REQUEST;

  private static final JsonNode TIME = Json.NODES.textNode("2026-01-01T00:00:00Z");

  /** What is always there may hold the like of itself. */
  private static final int DEPTH = 12;

  /**
   * A value of a shape.
   *
   * @param given what there is; a missing node if there is nothing
   * @param name the name of the field that it is the value of
   */
  public JsonNode like(Shape shape, JsonNode given, String name) {
    return fitting(shape, given, name, 0);
  }

  /** An object of a shape. */
  public ObjectNode like(Shape.Structure shape, JsonNode given) {
    return structure(shape, given, 0);
  }

  private ObjectNode structure(Shape.Structure shape, JsonNode given, int depth) {
    ObjectNode made = given.isObject() ? given.deepCopy() : Json.NODES.objectNode();
    if (this == REQUEST) {
      made.retain(shape.fields().keySet());
    }
    if (depth == DEPTH) {
      return made;
    }
    for (Map.Entry<String, Supplier<Shape>> field : shape.fields().entrySet()) {
      String name = field.getKey();
      if (made.has(name) || shape.required().contains(name)) {
        made.set(name, fitting(field.getValue().get(), made.path(name), name, depth + 1));
      }
    }
    return made;
  }

  private JsonNode fitting(Shape shape, JsonNode value, String name, int depth) {
    if (shape instanceof Shape.Text text) {
      return text(text, value, name);
    }
    if (shape instanceof Shape.Numeric number) {
      return number(number, value, name);
    }
    if (shape instanceof Shape.Blob blob) {
      return isLong(value, blob.minLength()) ? value : text(name, blob.minLength());
    }
    if (shape instanceof Shape.Flag) {
      return value.isBoolean() ? value : Json.NODES.booleanNode(true);
    }
    if (shape instanceof Shape.Timestamp) {
      return value.isTextual() || value.isNumber() ? value : TIME;
    }
    if (shape instanceof Shape.Items items) {
      return items(items, value, name, depth);
    }
    if (shape instanceof Shape.Structure structure) {
      return structure(structure, value, depth);
    }
    return shape instanceof Shape.Entries entries ? entries(entries, value, depth) : value;
  }

  private JsonNode text(Shape.Text shape, JsonNode value, String name) {
    if (this == REQUEST && value.isContainerNode()) {
      // It is sent as its JSON.
      return value;
    }
    if (!shape.values().isEmpty()) {
      return Json.NODES.textNode(oneOf(shape.values(), value.asText()));
    }
    if (isLong(value, shape.minLength())) {
      return value;
    }
    // DynamoDB's numbers are texts.
    return value.isNumber() && value.asText().length() >= shape.minLength()
        ? Json.NODES.textNode(value.asText())
        : text(name, shape.minLength());
  }

  /**
   * The text if it is one of them, or the first that a decision between two takes for the other.
   */
  private static String oneOf(List<String> values, String text) {
    return values.contains(text)
        ? text
        : values.stream()
            .filter(value -> !DecidingValues.isOther(text, value))
            .findFirst()
            .orElse(values.get(0));
  }

  private static boolean isLong(JsonNode value, int minLength) {
    return value.isTextual() && value.textValue().length() >= minLength;
  }

  /** The name of the field, as often as it takes. */
  private static JsonNode text(String name, int minLength) {
    return Json.NODES.textNode(
        name.repeat(Math.max(1, (minLength + name.length() - 1) / name.length())));
  }

  /** The number itself, or the next one that there can be. */
  private static JsonNode number(Shape.Numeric shape, JsonNode value, String name) {
    double usual = name.equals("StatusCode") ? 200 : 1;
    double wanted = value.isNumber() ? value.doubleValue() : usual;
    double possible = Math.min(Math.max(wanted, shape.minimum()), shape.maximum());
    boolean isWhole =
        shape.kind() == Shape.Numeric.Kind.INTEGER || shape.kind() == Shape.Numeric.Kind.LONG;
    if (isWhole && possible != Math.rint(possible)) {
      double below = Math.floor(possible);
      possible = below >= shape.minimum() ? below : Math.ceil(possible);
    }
    if (value.isNumber() && possible == wanted) {
      return value;
    }
    return possible == Math.rint(possible) && Math.abs(possible) <= Long.MAX_VALUE
        ? whole((long) possible)
        : Json.NODES.numberNode(possible);
  }

  private static JsonNode whole(long number) {
    return number == (int) number
        ? Json.NODES.numberNode((int) number)
        : Json.NODES.numberNode(number);
  }

  /** Services answer empty arrays, and are rarely sent any. */
  private ArrayNode items(Shape.Items shape, JsonNode value, String name, int depth) {
    ArrayNode made = Json.NODES.arrayNode();
    if (value.isArray()) {
      value.forEach(item -> made.add(fitting(shape.item().get(), item, name, depth + 1)));
    } else if (this == REQUEST && depth < DEPTH) {
      made.add(fitting(shape.item().get(), value, name, depth + 1));
    }
    return made;
  }

  private ObjectNode entries(Shape.Entries shape, JsonNode value, int depth) {
    ObjectNode made = Json.NODES.objectNode();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      String name = entry.getKey();
      made.set(name, fitting(shape.value().get(), entry.getValue(), name, depth + 1));
    }
    return made;
  }
}
