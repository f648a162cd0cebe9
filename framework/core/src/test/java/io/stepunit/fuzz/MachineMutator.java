package io.stepunit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes machines so that many of them still load: parts move, expressions and values change. */
final class MachineMutator {
  private static final List<String> FUNCTIONS =
      List.of(
          "Format",
          "StringToJson",
          "JsonToString",
          "Array",
          "ArrayPartition",
          "ArrayContains",
          "ArrayRange",
          "ArrayGetItem",
          "ArrayLength",
          "ArrayUnique",
          "Base64Encode",
          "Base64Decode",
          "Hash",
          "JsonMerge",
          "MathRandom",
          "MathAdd",
          "StringSplit",
          "UUID");

  private static final List<String> ARGUMENTS =
      List.of(
          "$",
          "$.a",
          "$$.State.Name",
          "$.items[*]",
          "1",
          "-1",
          "0",
          "2000000000",
          "'a'",
          "'{}'",
          "''",
          "'[1,2]'",
          "'SHA-256'",
          "true",
          "null",
          "$.a[-1]",
          "$..*");

  private static final List<String> JSONATA =
      List.of(
          "$states.input",
          "$states.context.State.Name",
          "$states.result",
          "[1..5]",
          "{'a': 1}",
          "$states.input.*",
          "$states.input.**",
          "$count($states.input)",
          "$string($states.input)",
          "$map([1..3], function($v) { $v })",
          "$reduce([1,2], function($i, $j) { $i + $j })",
          "$sum([1, 'a'])",
          "$now()",
          "$uuid()",
          "$x",
          "$error('x')",
          "1/0",
          "$states.input.a.b[0]",
          "$merge([{'a': 1}, $states.input])",
          "$sort([3,1], function($l, $r) { $l > $r })",
          "$pad('', 300000, 'x')",
          "$eval('1+1')",
          "$parse('{}')",
          "$lookup($states.input, 'a')");

  private final List<Parent> parents;
  private final Random random;
  private final Values values;

  MachineMutator(List<Parent> parents, Random random) {
    this.parents = parents;
    this.random = random;
    this.values = new Values(random);
  }

  /**
   * @param times how often something changes
   */
  JsonNode changed(JsonNode machine, int times) {
    JsonNode copy = machine.deepCopy();
    for (int i = 0; i < times; i++) {
      List<ObjectNode> objects = new ArrayList<>();
      List<String> states = new ArrayList<>();
      collect(copy, objects, states);
      change(pick(objects), objects, states);
    }
    return copy;
  }

  private static void collect(JsonNode node, List<ObjectNode> objects, List<String> states) {
    if (node instanceof ObjectNode object) {
      objects.add(object);
      if (object.get("States") instanceof ObjectNode inner) {
        inner.fieldNames().forEachRemaining(states::add);
      }
    }
    node.forEach(child -> collect(child, objects, states));
  }

  private void change(ObjectNode target, List<ObjectNode> objects, List<String> states) {
    List<String> names = new ArrayList<>();
    target.fieldNames().forEachRemaining(names::add);
    String name = names.isEmpty() ? pick(Grammar.FIELDS) : pick(names);
    JsonNode old = target.path(name);
    switch (random.nextInt(12)) {
      case 0 -> target.remove(name);
      case 1 -> target.set(name, values.changed(old));
      case 2 -> target.set(name, expression(old));
      case 3 -> target.set(name, pick(objects).path(name).deepCopy());
      case 4 -> takeFrom(pick(pick(parents).objects()), target);
      case 5 -> target.put(states.contains(old.asText()) ? name : "Next", aState(states));
      case 6 -> target.put(pick(Grammar.FIELDS), pick(Grammar.TEXTS));
      case 7 -> target.set(pick(Grammar.FIELDS), values.number());
      case 8 -> target.set(name + ".$", expression(old));
      case 9 -> target.set(name, pick(pick(parents).objects()).deepCopy());
      case 10 -> reorder(old);
      default -> target.set(name, old.isTextual() ? expression(old) : values.changed(old));
    }
  }

  private String aState(List<String> states) {
    return states.isEmpty() ? "A" : pick(states);
  }

  private void takeFrom(ObjectNode other, ObjectNode target) {
    List<String> names = new ArrayList<>();
    other.fieldNames().forEachRemaining(names::add);
    if (!names.isEmpty()) {
      String name = pick(names);
      target.set(name, other.get(name).deepCopy());
    }
  }

  private void reorder(JsonNode old) {
    if (old instanceof ArrayNode array && !array.isEmpty()) {
      array.add(array.remove(random.nextInt(array.size())));
    }
  }

  private JsonNode expression(JsonNode old) {
    String text =
        switch (random.nextInt(4)) {
          case 0 -> pick(Grammar.TEXTS);
          case 1 -> call(2);
          case 2 -> "{% " + pick(JSONATA) + " %}";
          default -> path(old.asText());
        };
    return Json.NODES.textNode(text);
  }

  private String call(int depth) {
    StringBuilder call = new StringBuilder("States.").append(pick(FUNCTIONS)).append('(');
    int arguments = random.nextInt(4);
    for (int i = 0; i < arguments; i++) {
      boolean nested = depth > 0 && random.nextInt(4) == 0;
      call.append(i == 0 ? "" : ", ").append(nested ? call(depth - 1) : pick(ARGUMENTS));
    }
    return call.append(')').toString();
  }

  private String path(String old) {
    String base = old.startsWith("$") ? old : "$";
    return base
        + pick(List.of("", ".a", "[0]", "[-1]", "[*]", "..*", "['b c']", "[?(@.id)]", "[0:2]"));
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
