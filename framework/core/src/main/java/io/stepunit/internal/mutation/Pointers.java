package io.stepunit.internal.mutation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.JsonPointers;
import java.util.Optional;

/** JSON pointers into definitions, and what they lead to. */
final class Pointers {
  private Pointers() {}

  /** What a pointer leads away from. */
  static String parent(String pointer) {
    return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
  }

  /**
   * A copy of a tree in which one value is another.
   *
   * @param value empty for a copy without it; an array that has no other item goes with its item
   */
  static JsonNode changed(JsonNode tree, String pointer, Optional<JsonNode> value) {
    JsonNode copy = tree.deepCopy();
    change(copy, pointer, value);
    return copy;
  }

  private static void change(JsonNode tree, String pointer, Optional<JsonNode> value) {
    JsonNode parent = tree.at(JsonPointer.compile(parent(pointer)));
    String name = JsonPointers.lastName(pointer);
    if (parent instanceof ObjectNode object) {
      value.ifPresentOrElse(it -> object.set(name, it), () -> object.remove(name));
    } else if (parent instanceof ArrayNode array) {
      int index = Integer.parseInt(name);
      if (value.isPresent()) {
        array.set(index, value.get());
      } else if (array.size() == 1) {
        change(tree, parent(pointer), Optional.empty());
      } else {
        array.remove(index);
      }
    } else {
      throw new IllegalArgumentException("There is nothing at " + pointer + " to be changed.");
    }
  }
}
