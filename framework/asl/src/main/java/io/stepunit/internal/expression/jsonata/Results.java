package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.SentJson;
import io.stepunit.internal.jsonata.FunctionValue;
import io.stepunit.internal.jsonata.Values;

/** What an expression returns, as the JSON that a state goes on with. */
final class Results {
  private static final int DEEPEST = 1000;

  private Results() {}

  /**
   * The same value with its numbers as JSONata has them; the very value if they are so already.
   *
   * @throws EvaluationFailure if it is, or holds, something that JSON has no word for
   */
  static JsonNode json(JsonNode result) {
    return isJson(result, 0) ? result : copy(result);
  }

  private static boolean isJson(JsonNode value, int depth) {
    if (value instanceof TextNode || value instanceof IntNode) {
      return true;
    }
    if (depth > DEEPEST || value instanceof FunctionValue) {
      throw EvaluationFailure.unsupportedResult();
    }
    if (value instanceof ContainerNode<?>) {
      boolean all = !SentJson.knowsText(value);
      for (JsonNode part : value) {
        all &= isJson(part, depth + 1);
      }
      return all;
    }
    return value.isNumber() ? isPlain(value) : value != Values.UNDEFINED;
  }

  private static boolean isPlain(JsonNode number) {
    return number.isInt()
        || number.isLong()
        || !(number instanceof DecimalNode)
            && !number.isBigInteger()
            && Double.isFinite(number.doubleValue());
  }

  private static JsonNode copy(JsonNode value) {
    if (value.isArray()) {
      ArrayNode array = Json.NODES.arrayNode(value.size());
      value.forEach(item -> array.add(copy(item)));
      return array;
    }
    if (value.isObject()) {
      ObjectNode object = Json.NODES.objectNode();
      value.fields().forEachRemaining(field -> object.set(field.getKey(), copy(field.getValue())));
      return object;
    }
    if (value == Values.UNDEFINED) {
      return NullNode.getInstance();
    }
    return !value.isNumber() || isPlain(value) ? value : number(value.doubleValue());
  }

  /** AWS has texts for the numbers that JSON cannot write. */
  private static JsonNode number(double value) {
    return Double.isFinite(value)
        ? Values.number(value)
        : Json.NODES.textNode(Double.toString(value));
  }
}
