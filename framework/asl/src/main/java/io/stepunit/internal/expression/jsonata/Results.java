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
import io.stepunit.internal.json.PlainLevels;
import io.stepunit.internal.json.SentJson;
import io.stepunit.internal.jsonata.FunctionValue;
import io.stepunit.internal.jsonata.Sequence;
import io.stepunit.internal.jsonata.Values;
import java.util.Iterator;
import java.util.Map;

/** What an expression returns, as the JSON that a state goes on with. */
final class Results {
  private static final int DEEPEST = 1000;

  /** How deep the objects and arrays are that were seen, from the one that is being looked at. */
  private int deepest;

  private Results() {}

  /**
   * The same value with its numbers as JSONata has them; the very value if they are so already. Its
   * arrays forget how they were made: to the next expression they are arrays like any other.
   *
   * @throws EvaluationFailure if it is, or holds, something that JSON has no word for
   */
  static JsonNode json(JsonNode result) {
    return isUsual(result) ? result : new Results().plain(result, 1);
  }

  private static boolean isUsual(JsonNode value) {
    return value instanceof TextNode || value instanceof IntNode;
  }

  private JsonNode plain(JsonNode value, int level) {
    if (value instanceof ObjectNode object) {
      return object(object, level);
    }
    if (value instanceof ArrayNode array) {
      return array(array, level);
    }
    if (value instanceof FunctionValue) {
      throw EvaluationFailure.unsupportedResult();
    }
    if (value == Values.UNDEFINED) {
      return NullNode.getInstance();
    }
    return value instanceof NumericNode && !isPlain(value) ? number(value.doubleValue()) : value;
  }

  /** Looks at all items, also behind one that is not plain: a function is an error. */
  private JsonNode array(ArrayNode found, int level) {
    if (isKnown(found, level)) {
      return found;
    }
    int around = enter(level);
    ArrayNode array = found instanceof Sequence sequence ? sequence.array() : found;
    ArrayNode plain = array;
    for (int i = 0; i < array.size(); i++) {
      JsonNode item = array.get(i);
      JsonNode plainItem = isUsual(item) ? item : plain(item, level + 1);
      if (plainItem != item) {
        if (plain == array && !isOwn(item)) {
          plain = Json.NODES.arrayNode(array.size()).addAll(array);
        }
        plain.set(i, plainItem);
      }
    }
    return leave(plain, level, around);
  }

  private JsonNode object(ObjectNode object, int level) {
    if (isKnown(object, level)) {
      return object;
    }
    int around = enter(level);
    ObjectNode plain = object;
    Iterator<Map.Entry<String, JsonNode>> members = object.fields();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      JsonNode value = member.getValue();
      JsonNode plainValue = isUsual(value) ? value : plain(value, level + 1);
      if (plainValue == value) {
        continue;
      }
      if (plain == object && isOwn(value)) {
        member.setValue(plainValue);
      } else {
        plain = plain == object ? Json.objectNode(object.size()).setAll(object) : plain;
        plain.set(member.getKey(), plainValue);
      }
    }
    return leave(plain, level, around);
  }

  /** Whether somebody has looked at all of an object or array before. */
  private boolean isKnown(JsonNode value, int level) {
    int levels = PlainLevels.of(value);
    if (levels > 0) {
      reach(level + levels - 1);
    }
    return levels > 0;
  }

  private void reach(int level) {
    if (level > DEEPEST) {
      throw EvaluationFailure.unsupportedResult();
    }
    deepest = Math.max(deepest, level);
  }

  /** Begins with an object or array, and returns how deep those before it are. */
  private int enter(int level) {
    int around = deepest;
    deepest = 0;
    reach(level);
    return around;
  }

  /** Ends with it, and returns it without the text that it was sent as. */
  private JsonNode leave(JsonNode plain, int level, int around) {
    JsonNode untold = SentJson.knowsText(plain) ? SentJson.withoutText(plain) : plain;
    PlainLevels.remember(untold, deepest - level + 1);
    deepest = Math.max(deepest, around);
    return untold;
  }

  /** Only what the expression has made itself holds a sequence, so that nobody sees it change. */
  private static boolean isOwn(JsonNode part) {
    return part instanceof Sequence;
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

  /** AWS has texts for the numbers that JSON cannot write. */
  private static JsonNode number(double value) {
    return Double.isFinite(value)
        ? Values.number(value)
        : Json.NODES.textNode(Double.toString(value));
  }
}
