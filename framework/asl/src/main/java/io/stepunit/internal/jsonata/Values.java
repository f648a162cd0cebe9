package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.core.util.InternCache;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.internal.json.Json;
import java.util.Iterator;
import java.util.Map;

/** The values of JSONata, and what holds for all of them. */
public final class Values {
  /** No value. */
  public static final JsonNode UNDEFINED = MissingNode.getInstance();

  static final JsonNode NULL = NullNode.getInstance();

  private static final double EXACT = 9.2e18;

  private Values() {}

  /** A number: whole ones have no fraction, within 64 bits. */
  public static JsonNode number(double value) {
    int whole = (int) value;
    if (whole == value) {
      return IntNode.valueOf(whole);
    }
    if (value == Math.rint(value) && Math.abs(value) <= EXACT) {
      return LongNode.valueOf((long) value);
    }
    return DoubleNode.valueOf(value);
  }

  /**
   * A name as the very object that Jackson's parser names members by, so that it is found soonest.
   */
  static String memberName(String name) {
    return InternCache.instance.intern(name);
  }

  public static JsonNode text(String value) {
    return TextNode.valueOf(value);
  }

  public static JsonNode truth(boolean value) {
    return BooleanNode.valueOf(value);
  }

  /** An array that is no sequence: one item does not take its place. */
  public static ArrayNode array() {
    return Json.NODES.arrayNode();
  }

  /** One with room for so many items. */
  public static ArrayNode array(int items) {
    return Json.NODES.arrayNode(items);
  }

  public static ObjectNode object() {
    return Json.NODES.objectNode();
  }

  /** An object with room for so many members. */
  public static ObjectNode object(int members) {
    return Json.objectNode(members);
  }

  /**
   * Whether a value is a number to calculate with; one that is none is not.
   *
   * @throws JsonataError if it is infinite
   */
  public static boolean isNumeric(JsonNode value) {
    if (value instanceof IntNode) {
      return true;
    }
    if (!(value instanceof NumericNode)) {
      return false;
    }
    double number = value.doubleValue();
    if (Double.isInfinite(number)) {
      throw new JsonataError("D1001").with("value", value);
    }
    return !Double.isNaN(number);
  }

  /**
   * Whether a value is an array of numbers only; an empty one is.
   *
   * @throws JsonataError if one of them is infinite
   */
  public static boolean isArrayOfNumbers(JsonNode value) {
    if (!value.isArray()) {
      return false;
    }
    boolean all = true;
    for (JsonNode item : value) {
      all &= isNumeric(item);
    }
    return all;
  }

  /**
   * Whether a value is taken for true; undefined is not.
   *
   * @throws JsonataError if it is an infinite number
   */
  public static boolean isTrue(JsonNode value) {
    if (value instanceof BooleanNode) {
      return value.booleanValue();
    }
    return switch (value.getNodeType()) {
      case BOOLEAN -> value.booleanValue();
      case STRING -> !value.textValue().isEmpty();
      case NUMBER -> isNumeric(value) && value.doubleValue() != 0;
      case OBJECT -> !value.isEmpty();
      case ARRAY -> isAnyTrue(value);
      case POJO -> value instanceof FunctionValue function && function.isTrue();
      default -> false;
    };
  }

  private static boolean isAnyTrue(JsonNode array) {
    boolean any = false;
    for (JsonNode item : array) {
      any |= isTrue(item);
    }
    return any;
  }

  /** Whether two values are equal: numbers by value, objects whatever the order of their names. */
  public static boolean areEqual(JsonNode left, JsonNode right) {
    if (left == right) {
      return !isNotANumber(left);
    }
    return switch (left.getNodeType()) {
      case NUMBER -> right.isNumber() && left.doubleValue() == right.doubleValue();
      case STRING -> right.isTextual() && left.textValue().equals(right.textValue());
      case BOOLEAN -> right.isBoolean() && left.booleanValue() == right.booleanValue();
      case ARRAY -> right.isArray() && areItemsEqual(left, right);
      case OBJECT -> right.isObject() && areMembersEqual(left, right);
      case NULL -> right.isNull();
      default -> false;
    };
  }

  private static boolean isNotANumber(JsonNode value) {
    return value instanceof DoubleNode && Double.isNaN(value.doubleValue());
  }

  private static boolean areItemsEqual(JsonNode left, JsonNode right) {
    if (left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!areEqual(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean areMembersEqual(JsonNode left, JsonNode right) {
    if (left.size() != right.size()) {
      return false;
    }
    Iterator<Map.Entry<String, JsonNode>> members = left.fields();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      JsonNode other = right.get(member.getKey());
      if (other == null || !areEqual(member.getValue(), other)) {
        return false;
      }
    }
    return true;
  }

  /** Whether two values are the same to JavaScript's {@code ===}: objects are only themselves. */
  static boolean areIdentical(JsonNode left, JsonNode right) {
    return left.isContainerNode() ? left == right : areEqual(left, right);
  }

  /** Two values after one another; undefined adds nothing. */
  public static JsonNode appended(JsonNode left, JsonNode right) {
    if (left == UNDEFINED) {
      return right;
    }
    if (right == UNDEFINED) {
      return left;
    }
    ArrayNode all = array();
    addAll(all, left);
    addAll(all, right);
    return all;
  }

  /** Adds the items of an array, or the value that is none. */
  public static void addAll(ArrayNode all, JsonNode value) {
    if (value instanceof ArrayNode array) {
      all.addAll(array);
    } else {
      all.add(value);
    }
  }

  /** A text as it is, anything else as JSON. */
  static String plainText(JsonNode value) {
    return value.isTextual() ? value.textValue() : JsonText.shown(value);
  }
}
