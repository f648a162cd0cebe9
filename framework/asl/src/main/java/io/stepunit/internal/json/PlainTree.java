package io.stepunit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies of trees such as writing them as text and parsing it would give. */
final class PlainTree {
  private PlainTree() {}

  /**
   * Copies a tree.
   *
   * @param levels how many levels of objects and arrays are copied
   * @return null if there are more, or if a node is of a kind that only its text tells what it
   *     stands for
   */
  static @Nullable JsonNode copy(JsonNode node, int levels) {
    if (node instanceof ObjectNode object) {
      return levels == 0 ? null : copyOfObject(object, levels - 1);
    }
    if (node instanceof ArrayNode array) {
      return levels == 0 ? null : copyOfArray(array, levels - 1);
    }
    if (node.isNumber()) {
      return copyOfNumber(node);
    }
    return node.isTextual() || node.isBoolean() || node.isNull() ? node : null;
  }

  private static @Nullable JsonNode copyOfObject(ObjectNode object, int levels) {
    ObjectNode copy = Json.NODES.objectNode();
    Iterator<Map.Entry<String, JsonNode>> members = object.fields();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      JsonNode value = copy(member.getValue(), levels);
      if (value == null) {
        return null;
      }
      copy.set(member.getKey(), value);
    }
    return copy;
  }

  private static @Nullable JsonNode copyOfArray(ArrayNode array, int levels) {
    ArrayNode copy = Json.NODES.arrayNode(array.size());
    for (JsonNode item : array) {
      JsonNode value = copy(item, levels);
      if (value == null) {
        return null;
      }
      copy.add(value);
    }
    return copy;
  }

  private static @Nullable JsonNode copyOfNumber(JsonNode number) {
    if (number.isIntegralNumber()) {
      return copyOfWhole(number);
    }
    if (number.isBigDecimal()) {
      // A text without point and exponent is read as a whole number.
      return number.decimalValue().scale() == 0
          ? copyOfWhole(Json.NODES.numberNode(number.bigIntegerValue()))
          : number;
    }
    return Double.isFinite(number.doubleValue())
        ? Json.NODES.numberNode(new BigDecimal(number.asText()))
        : null;
  }

  private static JsonNode copyOfWhole(JsonNode number) {
    if (number.canConvertToInt()) {
      return Json.NODES.numberNode(number.intValue());
    }
    return number.canConvertToLong() ? Json.NODES.numberNode(number.longValue()) : number;
  }
}
