package io.stepunit.internal.expression.jsonata;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.SentJson;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the library returns, as JSON: the one place where its own types end. */
final class Results {
  private static final int DEEPEST = 1000;

  private Results() {}

  /**
   * @throws EvaluationFailure if the result is, or holds, something that JSON has no word for
   */
  static JsonNode toJson(@Nullable Object result) {
    return toJson(result, 0);
  }

  private static JsonNode toJson(@Nullable Object result, int depth) {
    if (depth > DEEPEST) {
      throw EvaluationFailure.unsupportedResult();
    }
    if (result instanceof Views.View view) {
      return normal(view.node());
    }
    if (result instanceof String text) {
      return Json.NODES.textNode(text);
    }
    if (result instanceof Number number) {
      return number(number);
    }
    if (result instanceof Boolean truth) {
      return BooleanNode.valueOf(truth);
    }
    if (result == null || result == Jsonata.NULL_VALUE) {
      return NullNode.getInstance();
    }
    if (result instanceof List<?> list) {
      ArrayNode array = Json.NODES.arrayNode(list.size());
      list.forEach(item -> array.add(toJson(item, depth + 1)));
      return array;
    }
    if (result instanceof Map<?, ?> map) {
      ObjectNode object = Json.NODES.objectNode();
      map.forEach((key, value) -> object.set(String.valueOf(key), toJson(value, depth + 1)));
      return object;
    }
    throw EvaluationFailure.unsupportedResult();
  }

  /** AWS has texts for the numbers that JSON cannot write. */
  private static JsonNode number(Number number) {
    if (number instanceof Integer) {
      return Json.NODES.numberNode(number.intValue());
    }
    if (number instanceof Long) {
      return Json.NODES.numberNode(number.longValue());
    }
    double value = number.doubleValue();
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Json.NODES.textNode(Double.toString(value));
    }
    Number plain = Numbers.plain(value);
    return plain instanceof Double ? Json.NODES.numberNode(value) : number(plain);
  }

  /** The same tree with its numbers as JSONata has them; the very tree if they are so already. */
  static JsonNode normal(JsonNode node) {
    return isNormal(node) ? SentJson.withoutText(node) : copy(node);
  }

  private static boolean isNormal(JsonNode node) {
    if (node.isContainerNode()) {
      for (Iterator<JsonNode> parts = node.elements(); parts.hasNext(); ) {
        if (!isNormal(parts.next())) {
          return false;
        }
      }
      return true;
    }
    return !(node instanceof DecimalNode) && !node.isBigInteger();
  }

  private static JsonNode copy(JsonNode node) {
    if (node.isArray()) {
      ArrayNode array = Json.NODES.arrayNode(node.size());
      node.forEach(item -> array.add(copy(item)));
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = Json.NODES.objectNode();
      node.fields().forEachRemaining(field -> object.set(field.getKey(), copy(field.getValue())));
      return object;
    }
    return isNormal(node) ? node : number(node.doubleValue());
  }
}
