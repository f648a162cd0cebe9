package io.stepunit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.DecidingValues;
import io.stepunit.internal.expression.Trees;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a service's answer of what a definition reads: what the answers always have is there, and
 * what there is has the type that the service gives it.
 */
final class PlausibleAnswer {
  private static final JsonNode TIME = Json.NODES.textNode("2026-01-01T00:00:00Z");

  /** What is always there may hold the like of itself. */
  private static final int DEPTH = 12;

  /** Each costs an execution to try. */
  private static final int TEXTS = 12;

  private PlausibleAnswer() {}

  /** An answer of a shape, with the values that are given where they fit it. */
  static ObjectNode like(Shape.Structure shape, ObjectNode given) {
    return structure(shape, given, 0);
  }

  /**
   * The same, with each of the texts in turn that the service knows for a place, where it does not
   * know the one that is given there.
   */
  static List<JsonNode> like(Shape.Structure shape, ObjectNode given, List<DataPath.Step> place) {
    List<String> known = texts(shape, place);
    String text = Trees.find(given, place).map(JsonNode::asText).orElse("");
    if (known.isEmpty() || known.contains(text)) {
      return List.of(like(shape, given));
    }
    return known.stream()
        .filter(value -> !DecidingValues.isOther(text, value))
        .limit(TEXTS)
        .map(value -> Trees.with(given, place, Json.NODES.textNode(value)))
        .<JsonNode>map(result -> like(shape, (ObjectNode) result))
        .toList();
  }

  private static List<String> texts(Shape shape, List<DataPath.Step> place) {
    if (place.isEmpty()) {
      return shape instanceof Shape.Text text ? text.values() : List.of();
    }
    return inside(shape, place.get(0))
        .map(part -> texts(part, place.subList(1, place.size())))
        .orElse(List.of());
  }

  private static Optional<Shape> inside(Shape shape, DataPath.Step step) {
    if (shape instanceof Shape.Structure structure) {
      return step.name().map(structure.fields()::get).map(Supplier::get);
    }
    if (shape instanceof Shape.Entries entries) {
      return step.name().map(name -> entries.value().get());
    }
    return shape instanceof Shape.Items items && step.name().isEmpty()
        ? Optional.of(items.item().get())
        : Optional.empty();
  }

  private static ObjectNode structure(Shape.Structure shape, JsonNode given, int depth) {
    ObjectNode made = given.isObject() ? given.deepCopy() : Json.NODES.objectNode();
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

  private static JsonNode fitting(Shape shape, JsonNode value, String name, int depth) {
    if (shape instanceof Shape.Text text) {
      return text(text, value, name);
    }
    if (shape instanceof Shape.Numeric number) {
      return value.isNumber() ? value : number(number, name);
    }
    if (shape instanceof Shape.Blob blob) {
      return value.isTextual() ? value : text(name, blob.minLength());
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

  private static JsonNode text(Shape.Text shape, JsonNode value, String name) {
    if (!shape.values().isEmpty()) {
      return Json.NODES.textNode(oneOf(shape.values(), value.asText()));
    }
    if (value.isTextual()) {
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

  /** The name of the field, as often as it takes. */
  private static JsonNode text(String name, int minLength) {
    return Json.NODES.textNode(
        name.repeat(Math.max(1, (minLength + name.length() - 1) / name.length())));
  }

  private static JsonNode number(Shape.Numeric shape, String name) {
    return Json.NODES.numberNode(
        name.equals("StatusCode") ? 200 : (int) Math.max(1, shape.minimum()));
  }

  private static ArrayNode items(Shape.Items shape, JsonNode value, String name, int depth) {
    ArrayNode made = Json.NODES.arrayNode();
    if (value.isArray()) {
      value.forEach(item -> made.add(fitting(shape.item().get(), item, name, depth + 1)));
    }
    return made;
  }

  private static ObjectNode entries(Shape.Entries shape, JsonNode value, int depth) {
    ObjectNode made = Json.NODES.objectNode();
    for (Map.Entry<String, JsonNode> entry : value.properties()) {
      String name = entry.getKey();
      made.set(name, fitting(shape.value().get(), entry.getValue(), name, depth + 1));
    }
    return made;
  }
}
