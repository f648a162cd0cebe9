package io.stepunit.internal.jsonata.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.jsonata.Arguments;
import io.stepunit.internal.jsonata.Call;
import io.stepunit.internal.jsonata.FunctionValue;
import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.MergeSort;
import io.stepunit.internal.jsonata.NativeFunction;
import io.stepunit.internal.jsonata.Sequence;
import io.stepunit.internal.jsonata.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Functions on arrays. An array that they make is no sequence. */
final class ArrayFunctions {
  static final List<NativeFunction> ALL =
      List.of(
          new NativeFunction("append", "<xx:a>", 2, ArrayFunctions::append),
          new NativeFunction("reverse", "<a:a>", 1, ArrayFunctions::reverse),
          new NativeFunction("shuffle", "<a:a>", 1, ArrayFunctions::shuffle),
          new NativeFunction("distinct", "<x:x>", 1, ArrayFunctions::distinct),
          new NativeFunction("zip", "<a+>", 0, ArrayFunctions::zip),
          new NativeFunction("sort", "<af?:a>", 2, ArrayFunctions::sort));

  private ArrayFunctions() {}

  private static JsonNode append(Call call, Arguments arguments) {
    JsonNode left = arguments.value(0);
    JsonNode right = arguments.value(1);
    long size = (long) left.size() + right.size();
    if (left.isArray() && left.path(0).isNumber()) {
      call.budget().numbers(size);
    }
    call.budget().steps(size);
    return Values.appended(left, right);
  }

  private static JsonNode reverse(Call call, Arguments arguments) {
    ArrayNode array = arguments.array(0);
    if (array == null || array.size() <= 1) {
      return arguments.value(0);
    }
    call.budget().steps(array.size());
    ArrayNode reversed = Values.array();
    for (int i = array.size() - 1; i >= 0; i--) {
      reversed.add(array.get(i));
    }
    return reversed;
  }

  private static JsonNode shuffle(Call call, Arguments arguments) {
    ArrayNode array = arguments.array(0);
    if (array == null || array.size() <= 1) {
      return arguments.value(0);
    }
    call.budget().steps(array.size());
    ArrayNode shuffled = Values.array();
    shuffled.addAll(array);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      int other = call.random().nextInt(i + 1);
      shuffled.set(i, shuffled.set(other, shuffled.get(i)));
    }
    return shuffled;
  }

  /** An array stays an array, also if one item is left; only a sequence becomes that item. */
  private static JsonNode distinct(Call call, Arguments arguments) {
    if (!(arguments.value(0) instanceof ArrayNode array) || array.size() <= 1) {
      return arguments.value(0);
    }
    ArrayNode distinct = Sequence.is(array) ? new Sequence() : Values.array();
    Set<ByValue> known = new HashSet<>();
    for (JsonNode item : array) {
      call.budget().step();
      if (known.add(ByValue.of(item, call.budget()))) {
        distinct.add(item);
      }
    }
    return distinct;
  }

  private static JsonNode zip(Call call, Arguments arguments) {
    int length = Integer.MAX_VALUE;
    for (int i = 0; i < arguments.count(); i++) {
      ArrayNode array = arguments.array(i);
      length = Math.min(length, array == null ? 0 : array.size());
    }
    ArrayNode zipped = Values.array();
    for (int at = 0; at < length; at++) {
      call.budget().steps(arguments.count());
      ArrayNode tuple = zipped.addArray();
      for (int i = 0; i < arguments.count(); i++) {
        tuple.add(arguments.value(i).get(at));
      }
    }
    return zipped;
  }

  private static JsonNode sort(Call call, Arguments arguments) {
    ArrayNode array = arguments.array(0);
    if (array == null || array.size() <= 1) {
      return arguments.value(0);
    }
    FunctionValue comparator = arguments.function(1);
    if (comparator != null) {
      return MergeSort.sorted(
          array,
          (left, right) ->
              Matches.isTruthy(call.apply(comparator, array.get(left), array.get(right))),
          call.budget());
    }
    call.budget().steps(array.size());
    if (allAre(array, Values::isNumeric)) {
      return MergeSort.sorted(
          array,
          (left, right) -> array.get(left).doubleValue() > array.get(right).doubleValue(),
          call.budget());
    }
    if (allAre(array, JsonNode::isTextual)) {
      return MergeSort.sorted(
          array,
          (left, right) -> array.get(left).textValue().compareTo(array.get(right).textValue()) > 0,
          call.budget());
    }
    throw new JsonataError("D3070");
  }

  /** Looks at all of them, also behind one that is not: an infinite number is an error. */
  private static boolean allAre(ArrayNode array, Predicate<JsonNode> kind) {
    boolean all = true;
    for (JsonNode item : array) {
      all &= kind.test(item);
    }
    return all;
  }
}
