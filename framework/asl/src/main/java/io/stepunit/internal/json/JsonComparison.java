package io.stepunit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Compares two JSON values and finds where they differ. */
public final class JsonComparison {
  private final Rules rules;
  private final Consumer<JsonDifference> differences;
  private final Deque<String> names = new ArrayDeque<>();

  private JsonComparison(Rules rules, Consumer<JsonDifference> differences) {
    this.rules = rules;
    this.differences = differences;
  }

  /** What counts as the same value. */
  public interface Rules {
    /** Numbers compare by value, members in any order, all else as it is. */
    Rules EXACT = new Rules() {};

    /** Whether two values count as the same without a look at their members and items. */
    default boolean same(JsonNode expected, JsonNode found) {
      return !expected.isContainerNode() && Json.sameValue(expected, found);
    }

    /** The object or array that a value stands for, if it stands for one. */
    default Optional<JsonNode> container(JsonNode value) {
      return value.isContainerNode() ? Optional.of(value) : Optional.empty();
    }

    /**
     * Whether a member is not compared.
     *
     * @param path the names from the root to the member; items of arrays add none
     */
    default boolean isLeftOut(List<String> path, JsonNode expected) {
      return false;
    }
  }

  /**
   * Tells all differences, in the order of the expected value's members.
   *
   * @param expected a missing node if there should be no value
   */
  public static void compare(
      JsonNode expected, JsonNode found, Rules rules, Consumer<JsonDifference> differences) {
    new JsonComparison(rules, differences).value("", expected, found);
  }

  private void value(String pointer, JsonNode expected, JsonNode found) {
    if (rules.same(expected, found)) {
      return;
    }
    JsonNode left = rules.container(expected).orElse(expected);
    JsonNode right = rules.container(found).orElse(found);
    if (left.isObject() && right.isObject()) {
      members(pointer, left, right);
    } else if (left.isArray() && right.isArray()) {
      items(pointer, left, right);
    } else {
      differs(pointer, expected, found);
    }
  }

  private void members(String pointer, JsonNode expected, JsonNode found) {
    for (Iterator<String> all = expected.fieldNames(); all.hasNext(); ) {
      String name = all.next();
      names.addLast(name);
      JsonNode value = expected.get(name);
      if (!found.has(name)) {
        differs(JsonPointers.child(pointer, name), value, found.path(name));
      } else if (!rules.isLeftOut(List.copyOf(names), value)) {
        value(JsonPointers.child(pointer, name), value, found.get(name));
      }
      names.removeLast();
    }
    for (Iterator<String> all = found.fieldNames(); all.hasNext(); ) {
      String name = all.next();
      if (!expected.has(name)) {
        differs(JsonPointers.child(pointer, name), expected.path(name), found.get(name));
      }
    }
  }

  private void items(String pointer, JsonNode expected, JsonNode found) {
    int common = Math.min(expected.size(), found.size());
    for (int i = 0; i < common; i++) {
      value(pointer + "/" + i, expected.get(i), found.get(i));
    }
    for (int i = common; i < Math.max(expected.size(), found.size()); i++) {
      differs(pointer + "/" + i, expected.path(i), found.path(i));
    }
  }

  private void differs(String pointer, JsonNode expected, JsonNode found) {
    differences.accept(new JsonDifference(pointer, present(expected), present(found)));
  }

  private static Optional<JsonNode> present(JsonNode value) {
    return value.isMissingNode() ? Optional.empty() : Optional.of(value);
  }
}
