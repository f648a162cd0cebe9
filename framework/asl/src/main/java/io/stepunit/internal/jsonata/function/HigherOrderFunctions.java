package io.stepunit.internal.jsonata.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.jsonata.Arguments;
import io.stepunit.internal.jsonata.Call;
import io.stepunit.internal.jsonata.FunctionValue;
import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.NativeFunction;
import io.stepunit.internal.jsonata.Sequence;
import io.stepunit.internal.jsonata.UncodedFailure;
import io.stepunit.internal.jsonata.Values;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Functions that call a function for each item or member. */
final class HigherOrderFunctions {
  static final List<NativeFunction> ALL =
      List.of(
          new NativeFunction("map", "<af>", 2, HigherOrderFunctions::map),
          new NativeFunction("filter", "<af>", 2, HigherOrderFunctions::filter),
          new NativeFunction("single", "<af?>", 2, HigherOrderFunctions::single),
          new NativeFunction("reduce", "<afj?:j>", 3, HigherOrderFunctions::reduce),
          new NativeFunction("each", "<o-f:a>", 2, HigherOrderFunctions::each),
          new NativeFunction("sift", "<o-f?:o>", 2, HigherOrderFunctions::sift));

  private static final int LEAST_OF_REDUCER = 2;

  private HigherOrderFunctions() {}

  private static JsonNode map(Call call, Arguments arguments) {
    ArrayNode array = arguments.array(0);
    if (array == null) {
      return Values.UNDEFINED;
    }
    FunctionValue function = function(arguments);
    Sequence results = new Sequence(array.size());
    for (int i = 0; i < array.size(); i++) {
      call.budget().step();
      JsonNode result = call.applyToItem(function, array, i);
      if (result != Values.UNDEFINED) {
        results.add(result);
      }
    }
    return results;
  }

  private static JsonNode filter(Call call, Arguments arguments) {
    ArrayNode array = arguments.array(0);
    if (array == null) {
      return Values.UNDEFINED;
    }
    FunctionValue function = function(arguments);
    Sequence results = new Sequence();
    for (int i = 0; i < array.size(); i++) {
      call.budget().step();
      JsonNode item = array.get(i);
      if (Values.isTrue(call.applyToItem(function, array, i))) {
        results.add(item);
      }
    }
    return results;
  }

  private static JsonNode single(Call call, Arguments arguments) {
    ArrayNode array = arguments.array(0);
    if (array == null) {
      return Values.UNDEFINED;
    }
    FunctionValue function = arguments.function(1);
    JsonNode found = null;
    for (int i = 0; i < array.size(); i++) {
      call.budget().step();
      JsonNode item = array.get(i);
      if (function == null || Values.isTrue(call.applyToItem(function, array, i))) {
        if (found != null) {
          throw new JsonataError("D3138");
        }
        found = item;
      }
    }
    if (found == null) {
      throw new JsonataError("D3139");
    }
    return found;
  }

  private static JsonNode reduce(Call call, Arguments arguments) {
    ArrayNode array = arguments.array(0);
    if (array == null) {
      return Values.UNDEFINED;
    }
    FunctionValue function = function(arguments);
    if (function.arity() < LEAST_OF_REDUCER) {
      throw new JsonataError("D3050");
    }
    JsonNode result = arguments.value(2);
    int from = 0;
    if (result == Values.UNDEFINED && !array.isEmpty()) {
      result = array.get(0);
      from = 1;
    }
    for (int i = from; i < array.size(); i++) {
      call.budget().step();
      result = reduced(call, function, result, array, i);
    }
    return result;
  }

  private static JsonNode reduced(
      Call call, FunctionValue function, JsonNode result, ArrayNode array, int index) {
    JsonNode item = array.get(index);
    return switch (function.arity()) {
      case LEAST_OF_REDUCER -> call.apply(function, result, item);
      case LEAST_OF_REDUCER + 1 -> call.apply(function, result, item, IntNode.valueOf(index));
      default -> call.apply(function, result, item, IntNode.valueOf(index), array);
    };
  }

  private static JsonNode each(Call call, Arguments arguments) {
    ObjectNode object = arguments.object(0);
    Sequence results = new Sequence();
    if (object == null) {
      return results;
    }
    FunctionValue function = function(arguments);
    Iterator<Map.Entry<String, JsonNode>> members = object.fields();
    while (members.hasNext()) {
      call.budget().step();
      JsonNode result = call.applyToMember(function, object, members.next());
      if (result != Values.UNDEFINED) {
        results.add(result);
      }
    }
    return results;
  }

  private static JsonNode sift(Call call, Arguments arguments) {
    ObjectNode object = arguments.object(0);
    if (object == null || object.isEmpty()) {
      return Values.UNDEFINED;
    }
    FunctionValue function = function(arguments);
    ObjectNode results = Values.object();
    Iterator<Map.Entry<String, JsonNode>> members = object.fields();
    while (members.hasNext()) {
      call.budget().step();
      Map.Entry<String, JsonNode> member = members.next();
      if (Values.isTrue(call.applyToMember(function, object, member))) {
        results.set(member.getKey(), member.getValue());
      }
    }
    return results.isEmpty() ? Values.UNDEFINED : results;
  }

  private static FunctionValue function(Arguments arguments) {
    FunctionValue function = arguments.function(1);
    if (function == null) {
      throw new UncodedFailure("there is no function to call");
    }
    return function;
  }
}
