package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds and changes parts of JSON along the steps of a path. */
public final class Trees {
  /** More would be no test that anybody reads. */
  private static final int MOST_ITEMS = 1_000;

  private Trees() {}

  /** What is at the end of the way, empty if nothing; of several items, the first. */
  public static Optional<JsonNode> find(JsonNode tree, List<DataPath.Step> way) {
    JsonNode node = tree;
    for (DataPath.Step step : way) {
      @Nullable JsonNode next = next(node, step);
      if (next == null) {
        return Optional.empty();
      }
      node = next;
    }
    return Optional.of(node);
  }

  /** The same where a field of an array is not that of its items, as in JSONPath. */
  public static Optional<JsonNode> findExactly(JsonNode tree, List<DataPath.Step> way) {
    JsonNode node = tree;
    for (DataPath.Step step : way) {
      if (node.isArray() == step.name().isPresent()) {
        return Optional.empty();
      }
      @Nullable JsonNode next = next(node, step);
      if (next == null) {
        return Optional.empty();
      }
      node = next;
    }
    return Optional.of(node);
  }

  private static @Nullable JsonNode next(JsonNode node, DataPath.Step step) {
    return step.name()
        .map(name -> node.isArray() ? node.path(0).get(name) : node.get(name))
        .orElseGet(() -> node.isArray() ? node.get(index(step, node.size())) : null);
  }

  /** Whether what was found is what is wanted. */
  public static boolean fits(Optional<JsonNode> found, Want.Value wanted) {
    if (wanted instanceof Want.Value.Is is) {
      return found.filter(value -> Json.sameValue(value, is.json())).isPresent();
    }
    return found.isPresent() == (wanted instanceof Want.Value.Some);
  }

  /** A copy with a value at the end of the way; what is no object or array on it becomes one. */
  public static JsonNode with(JsonNode tree, List<DataPath.Step> way, JsonNode value) {
    if (way.isEmpty()) {
      return value;
    }
    DataPath.Step step = way.get(0);
    List<DataPath.Step> rest = way.subList(1, way.size());
    Optional<String> name = step.name();
    if (name.isPresent()) {
      ObjectNode object = tree instanceof ObjectNode known ? copy(known) : Json.NODES.objectNode();
      object.set(name.get(), with(object.path(name.get()), rest, value));
      return object;
    }
    ArrayNode array = Json.NODES.arrayNode();
    if (tree instanceof ArrayNode known) {
      array.addAll(known);
    }
    int index = Math.min(MOST_ITEMS, Math.max(0, index(step, array.size())));
    while (array.size() <= index) {
      array.add(array.isEmpty() ? Json.NODES.objectNode() : array.get(0));
    }
    array.set(index, with(array.get(index), rest, value));
    return array;
  }

  /** A copy without what is at the end of the way. */
  public static JsonNode without(JsonNode tree, List<DataPath.Step> way) {
    if (way.isEmpty() || find(tree, way).isEmpty()) {
      return tree;
    }
    List<DataPath.Step> around = way.subList(0, way.size() - 1);
    DataPath.Step last = way.get(way.size() - 1);
    JsonNode holder = find(tree, around).orElse(tree);
    if (holder instanceof ObjectNode object && last.name().isPresent()) {
      ObjectNode less = copy(object);
      less.remove(last.name().get());
      return with(tree, around, less);
    }
    if (holder instanceof ArrayNode array && last.name().isEmpty()) {
      ArrayNode less = Json.NODES.arrayNode().addAll(array);
      less.remove(index(last, array.size()));
      return with(tree, around, less);
    }
    return tree;
  }

  private static ObjectNode copy(ObjectNode object) {
    return Json.NODES.objectNode().setAll(object);
  }

  private static int index(DataPath.Step step, int size) {
    int index = step instanceof DataPath.Step.Item item ? item.index() : 0;
    return index < 0 ? size + index : index;
  }
}
