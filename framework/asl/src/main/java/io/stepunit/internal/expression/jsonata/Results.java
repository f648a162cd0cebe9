package io.stepunit.internal.expression.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.SentJson;
import io.stepunit.internal.jsonata.FunctionValue;
import io.stepunit.internal.jsonata.Sequence;
import io.stepunit.internal.jsonata.Values;
import java.util.Iterator;
import java.util.Map;

/** What an expression returns, as the JSON that a state goes on with. */
final class Results {
  private static final int DEEPEST = 1000;

  private Results() {}

  /**
   * The same value with its numbers as JSONata has them; the very value if they are so already. Its
   * arrays forget how they were made: to the next expression they are arrays like any other.
   *
   * @throws EvaluationFailure if it is, or holds, something that JSON has no word for
   */
  static JsonNode json(JsonNode result) {
    JsonNode value = result instanceof Sequence sequence ? sequence.array() : result;
    return isJson(value, 0) ? value : copy(value);
  }

  private static boolean isJson(JsonNode value, int depth) {
    if (value instanceof TextNode || value instanceof IntNode) {
      return true;
    }
    if (depth > DEEPEST || value instanceof FunctionValue) {
      throw EvaluationFailure.unsupportedResult();
    }
    if (value instanceof ArrayNode array) {
      return areItemsJson(array, depth + 1) && !SentJson.knowsText(array);
    }
    if (value instanceof ObjectNode object) {
      return areMembersJson(object, depth + 1) && !SentJson.knowsText(object);
    }
    return value instanceof NumericNode ? isPlain(value) : value != Values.UNDEFINED;
  }

  /** Looks at all of them, also behind one that is not: a function is an error. */
  private static boolean areItemsJson(ArrayNode items, int depth) {
    boolean all = true;
    for (int i = 0; i < items.size(); i++) {
      JsonNode item = items.get(i);
      if (item instanceof Sequence sequence) {
        item = sequence.array();
        items.set(i, item);
      }
      all &= isJson(item, depth);
    }
    return all;
  }

  private static boolean areMembersJson(ObjectNode object, int depth) {
    boolean all = true;
    Iterator<Map.Entry<String, JsonNode>> members = object.fields();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      JsonNode value = member.getValue();
      if (value instanceof Sequence sequence) {
        value = sequence.array();
        member.setValue(value);
      }
      all &= isJson(value, depth);
    }
    return all;
  }

  private static boolean isPlain(JsonNode number) {
    if (number instanceof DoubleNode) {
      return Double.isFinite(number.doubleValue());
    }
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
