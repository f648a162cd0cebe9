package io.stepunit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.awsmodel.Shape;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.DecidingValues;
import io.stepunit.internal.expression.Trees;
import io.stepunit.internal.integration.PlausibleValue;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a service's answer of what a definition reads: what the answers always have is there, and
 * what there is has the type that the service gives it.
 */
final class PlausibleAnswer {
  /** Each costs an execution to try. */
  private static final int TEXTS = 12;

  private PlausibleAnswer() {}

  /** An answer of a shape, with the values that are given where they fit it. */
  static ObjectNode like(Shape.Structure shape, ObjectNode given) {
    return PlausibleValue.ANSWER.like(shape, given);
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
}
