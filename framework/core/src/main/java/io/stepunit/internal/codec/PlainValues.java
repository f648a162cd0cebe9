package io.stepunit.internal.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of texts, numbers, trees and the JDK's own lists and maps of them, as Jackson writes it.
 * They need no mapper, which would take hundreds of classes.
 */
public final class PlainValues {
  /** A parser may refuse what is nested more deeply. */
  private static final int LEVELS = 500;

  private PlainValues() {}

  /** The JSON of a value; empty if there is anything else in it. */
  public static Optional<JsonNode> toJson(Object value) {
    return Optional.ofNullable(tree(value, LEVELS));
  }

  private static @Nullable JsonNode tree(@Nullable Object value, int levels) {
    if (value == null) {
      return Json.NODES.nullNode();
    }
    if (value instanceof String text) {
      return Json.NODES.textNode(text);
    }
    if (value instanceof Boolean bool) {
      return Json.NODES.booleanNode(bool);
    }
    if (value instanceof Number number) {
      JsonNode node = node(number);
      return node == null ? null : Json.copy(node).orElse(null);
    }
    if (value instanceof JsonNode node) {
      return Json.copy(node).orElse(null);
    }
    return levels == 0 ? null : container(value, levels - 1);
  }

  private static @Nullable JsonNode node(Number number) {
    if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
      return Json.NODES.numberNode(number.intValue());
    }
    if (number instanceof Long whole) {
      return Json.NODES.numberNode(whole);
    }
    if (number instanceof Double fraction) {
      return Json.NODES.numberNode(fraction);
    }
    if (number instanceof Float fraction) {
      return Json.NODES.numberNode(fraction);
    }
    if (number instanceof BigInteger whole) {
      return Json.NODES.numberNode(whole);
    }
    return number instanceof BigDecimal decimal ? Json.NODES.numberNode(decimal) : null;
  }

  /** A user's own class may say how it is written. */
  private static @Nullable JsonNode container(Object value, int levels) {
    if (value.getClass().getClassLoader() != null) {
      return null;
    }
    if (value instanceof Map<?, ?> map) {
      return object(map, levels);
    }
    return value instanceof List<?> list ? array(list, levels) : null;
  }

  private static @Nullable JsonNode object(Map<?, ?> map, int levels) {
    Map<String, @Nullable Object> members =
        map instanceof LinkedHashMap || map instanceof SortedMap
            ? new LinkedHashMap<>()
            : new TreeMap<>();
    for (Map.Entry<?, ?> each : map.entrySet()) {
      if (!(each.getKey() instanceof String name)) {
        return null;
      }
      members.put(name, each.getValue());
    }
    ObjectNode object = Json.NODES.objectNode();
    for (Map.Entry<String, @Nullable Object> member : members.entrySet()) {
      JsonNode value = tree(member.getValue(), levels);
      if (value == null) {
        return null;
      }
      object.set(member.getKey(), value);
    }
    return object;
  }

  private static @Nullable JsonNode array(List<?> list, int levels) {
    ArrayNode array = Json.NODES.arrayNode(list.size());
    for (Object item : list) {
      JsonNode value = tree(item, levels);
      if (value == null) {
        return null;
      }
      array.add(value);
    }
    return array;
  }
}
