package io.stepunit.internal.expression.intrinsic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.stepunit.internal.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The functions on arrays. */
final class ArrayIntrinsics {
  private static final int LARGEST_RANGE = 1000;
  private static final int LARGEST_PARTITIONED_BYTES = 256 * 1024;

  private ArrayIntrinsics() {}

  /** {@code States.Array(value…)}. */
  static JsonNode array(CallArguments arguments) {
    ArrayNode array = Json.NODES.arrayNode(arguments.count());
    for (int i = 0; i < arguments.count(); i++) {
      array.add(arguments.get(i));
    }
    return array;
  }

  /** {@code States.ArrayPartition(array, size)}: arrays of that size, the last may be shorter. */
  static JsonNode arrayPartition(CallArguments arguments) {
    JsonNode items = arguments.get(0);
    long size = arguments.truncated(1);
    if (size < 1 || Json.size(items) > LARGEST_PARTITIONED_BYTES) {
      throw new InvalidArgument();
    }
    ArrayNode parts = Json.NODES.arrayNode();
    ArrayNode part = null;
    for (JsonNode item : items) {
      if (part == null || part.size() == size) {
        part = parts.addArray();
      }
      part.add(item);
    }
    return parts;
  }

  /**
   * {@code States.ArrayContains(array, value)}: whether an item is the value, compared in depth.
   */
  static JsonNode arrayContains(CallArguments arguments) {
    Object wanted = PlainValue.of(arguments.get(1));
    for (JsonNode item : arguments.get(0)) {
      if (Objects.equals(PlainValue.of(item), wanted)) {
        return BooleanNode.TRUE;
      }
    }
    return BooleanNode.FALSE;
  }

  /** {@code States.ArrayRange(first, last, step)}: the last is included if a step meets it. */
  static JsonNode arrayRange(CallArguments arguments) {
    long first = arguments.truncated(0);
    long last = arguments.truncated(1);
    long step = arguments.truncated(2);
    if (step == 0) {
      throw new InvalidArgument();
    }
    ArrayNode range = Json.NODES.arrayNode();
    if (step > 0 ? first > last : first < last) {
      return range;
    }
    long steps = steps(first, last, step);
    for (long i = 0; i <= steps; i++) {
      range.add(integer(first + i * step));
    }
    return range;
  }

  private static long steps(long first, long last, long step) {
    long steps;
    try {
      steps = Math.subtractExact(last, first) / step;
    } catch (ArithmeticException e) {
      throw new InvalidArgument();
    }
    if (steps >= LARGEST_RANGE) {
      throw new InvalidArgument();
    }
    return steps;
  }

  private static JsonNode integer(long value) {
    return (int) value == value ? IntNode.valueOf((int) value) : Json.NODES.numberNode(value);
  }

  /**
   * {@code States.ArrayGetItem(array, index)}. AWS answers null for an empty array, although an
   * index past the end of any other array fails.
   */
  static JsonNode arrayGetItem(CallArguments arguments) {
    JsonNode array = arguments.get(0);
    long index = arguments.truncated(1);
    if (index >= 0 && array.isEmpty()) {
      return NullNode.getInstance();
    }
    if (index < 0 || index >= array.size()) {
      throw new InvalidArgument();
    }
    return array.get((int) index);
  }

  /** {@code States.ArrayLength(array)}. */
  static JsonNode arrayLength(CallArguments arguments) {
    return IntNode.valueOf(arguments.get(0).size());
  }

  /**
   * {@code States.ArrayUnique(array)}: every item once, compared in depth. The order is that of a
   * Java hash set over plain values, as everything recorded on AWS shows; the hashes of these types
   * are specified, so it is the same in every run.
   */
  static JsonNode arrayUnique(CallArguments arguments) {
    JsonNode array = arguments.get(0);
    Map<@Nullable Object, JsonNode> unique =
        new HashMap<>(Math.max((int) (array.size() / .75f) + 1, 16));
    for (JsonNode item : array) {
      unique.putIfAbsent(PlainValue.of(item), item);
    }
    ArrayNode result = Json.NODES.arrayNode(unique.size());
    result.addAll(unique.values());
    return result;
  }
}
