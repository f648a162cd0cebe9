package io.stepunit.internal.jsonata.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.jsonata.Arguments;
import io.stepunit.internal.jsonata.Budget;
import io.stepunit.internal.jsonata.Call;
import io.stepunit.internal.jsonata.FunctionValue;
import io.stepunit.internal.jsonata.JsonataError;
import io.stepunit.internal.jsonata.NativeFunction;
import io.stepunit.internal.jsonata.NumberText;
import io.stepunit.internal.jsonata.Sequence;
import io.stepunit.internal.jsonata.Values;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions on objects, most of which take arrays of objects too. */
final class ObjectFunctions {
  static final List<NativeFunction> ALL =
      List.of(
          new NativeFunction("keys", "<x-:a<s>>", 1, ObjectFunctions::keys),
          new NativeFunction("lookup", "<x-s:x>", 2, ObjectFunctions::lookup),
          new NativeFunction("spread", "<x-:a<o>>", 1, ObjectFunctions::spread),
          new NativeFunction("merge", "<a<o>:o>", 1, ObjectFunctions::merge),
          new NativeFunction("clone", "<(oa)-:o>", 1, ObjectFunctions::copy));

  /** How many members there is room for from the start: the same ones may come again and again. */
  private static final int MOST_ROOM = 64;

  private ObjectFunctions() {}

  private static JsonNode keys(Call call, Arguments arguments) {
    Set<String> names = new LinkedHashSet<>();
    addKeys(call.budget(), arguments.value(0), names);
    Sequence keys = new Sequence();
    names.forEach(keys::add);
    return keys;
  }

  private static void addKeys(Budget budget, JsonNode value, Set<String> names) {
    budget.steps(1L + value.size());
    if (value.isArray()) {
      value.forEach(item -> addKeys(budget, item, names));
    } else {
      value.fieldNames().forEachRemaining(names::add);
    }
  }

  private static JsonNode lookup(Call call, Arguments arguments) {
    return lookup(call.budget(), arguments.value(0), arguments.text(1));
  }

  private static JsonNode lookup(Budget budget, JsonNode value, @Nullable String name) {
    budget.step();
    if (value.isArray()) {
      Sequence found = new Sequence();
      for (JsonNode item : value) {
        JsonNode one = lookup(budget, item, name);
        if (one != Values.UNDEFINED) {
          Values.addAll(found, one);
        }
      }
      return found;
    }
    JsonNode member = name == null ? null : value.get(name);
    return member == null ? Values.UNDEFINED : member;
  }

  private static JsonNode spread(Call call, Arguments arguments) {
    return spread(call.budget(), arguments.value(0));
  }

  private static JsonNode spread(Budget budget, JsonNode value) {
    budget.steps(1L + value.size());
    Sequence single = new Sequence();
    if (value.isArray()) {
      if (value.isEmpty()) {
        return single;
      }
      ArrayNode all = Values.array();
      for (JsonNode item : value) {
        JsonNode parts = spread(budget, item);
        if (parts != Values.UNDEFINED) {
          Values.addAll(all, parts);
        }
      }
      return all;
    }
    if (!value.isObject()) {
      return value;
    }
    Iterator<Map.Entry<String, JsonNode>> members = value.fields();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      single.addObject().set(member.getKey(), member.getValue());
    }
    return single;
  }

  private static JsonNode merge(Call call, Arguments arguments) {
    ArrayNode objects = arguments.array(0);
    if (objects == null) {
      return Values.UNDEFINED;
    }
    int members = 0;
    for (int i = 0; i < objects.size(); i++) {
      members += objects.get(i).size();
    }
    call.budget().steps(objects.size() + (long) members);
    ObjectNode merged = Values.object(Math.min(members, MOST_ROOM));
    for (int i = 0; i < objects.size(); i++) {
      merged.setAll((ObjectNode) objects.get(i));
    }
    return merged;
  }

  private static JsonNode copy(Call call, Arguments arguments) {
    return copy(call.budget(), arguments.value(0));
  }

  /** What is left of a value in its JSON text: numbers in 15 digits, no functions. */
  private static JsonNode copy(Budget budget, JsonNode value) {
    budget.step();
    if (value instanceof ArrayNode array) {
      ArrayNode copy = Values.array();
      array.forEach(item -> copy.add(copy(budget, item)));
      return copy;
    }
    if (value instanceof ObjectNode object) {
      ObjectNode copy = Values.object();
      object
          .fields()
          .forEachRemaining(member -> copy.set(member.getKey(), copy(budget, member.getValue())));
      return copy;
    }
    if (value instanceof FunctionValue) {
      return Values.text("");
    }
    return value.isNumber() ? number(value) : value;
  }

  private static JsonNode number(JsonNode value) {
    if (value.isInt() || value.isLong()) {
      return value;
    }
    double number = value.doubleValue();
    if (Double.isInfinite(number)) {
      throw new JsonataError("D1001").with("value", value);
    }
    return Double.isNaN(number)
        ? NullNode.getInstance()
        : Values.number(NumberText.rounded(number));
  }
}
