package io.stepunit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;

/** Counts the UTF-8 bytes of a tree's compact JSON text without creating the text. */
final class JsonSize {
  private JsonSize() {}

  /**
   * @param counted an array that may be a part of the tree, whose size is known
   * @param levels how many levels of objects and arrays there may be
   * @throws TooDeepException if there are more
   */
  static int of(JsonNode node, CountedArray counted, int levels) {
    if (node instanceof ObjectNode object) {
      return ofObject(object, counted, below(levels));
    }
    if (node instanceof ArrayNode array) {
      return counted.is(array) && counted.levels() <= levels
          ? counted.bytes()
          : ofArray(array, counted, below(levels));
    }
    if (node.isTextual()) {
      return ofString(node.textValue());
    }
    if (node.isInt()) {
      return digits(node.intValue());
    }
    if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
      // JSON has no such number: it is written as a string.
      return 2 + node.asText().length();
    }
    // Numbers, true, false and null are written as their plain text, all of it ASCII.
    return node.asText().length();
  }

  /**
   * The size of a tree that shares parts with another.
   *
   * @param former the other tree, of at most so many levels
   * @param formerSize its size
   */
  static int ofChanged(
      JsonNode former, int formerSize, JsonNode node, CountedArray counted, int levels) {
    return shareParts(former, node)
        ? formerSize + ofDifference((ObjectNode) former, (ObjectNode) node, counted, below(levels))
        : of(node, counted, levels);
  }

  private static boolean shareParts(JsonNode former, JsonNode node) {
    if (former instanceof ObjectNode && node instanceof ObjectNode) {
      Iterator<Map.Entry<String, JsonNode>> fields = node.fields();
      while (fields.hasNext()) {
        Map.Entry<String, JsonNode> field = fields.next();
        JsonNode value = field.getValue();
        boolean mayBeLarge = value.isContainerNode() || value.isTextual();
        if (mayBeLarge && former.get(field.getKey()) == value) {
          return true;
        }
      }
    }
    return false;
  }

  /** By how much an object is larger than another one. */
  private static int ofDifference(
      ObjectNode former, ObjectNode object, CountedArray counted, int levels) {
    int difference = ofSeparators(object) - ofSeparators(former);
    int common = 0;
    Iterator<Map.Entry<String, JsonNode>> fields = object.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      JsonNode before = former.get(field.getKey());
      if (before == null) {
        difference += ofString(field.getKey()) + 1 + of(field.getValue(), counted, levels);
      } else {
        common++;
        difference += ofDifference(before, field.getValue(), counted, levels);
      }
    }
    return common == former.size() ? difference : difference - ofLost(former, object);
  }

  private static int ofDifference(
      JsonNode former, JsonNode node, CountedArray counted, int levels) {
    if (former == node) {
      return 0;
    }
    return shareParts(former, node)
        ? ofDifference((ObjectNode) former, (ObjectNode) node, counted, below(levels))
        : of(node, counted, levels) - of(former, CountedArray.NONE, Integer.MAX_VALUE);
  }

  private static int ofLost(ObjectNode former, ObjectNode object) {
    int lost = 0;
    Iterator<Map.Entry<String, JsonNode>> fields = former.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      if (object.get(field.getKey()) == null) {
        lost +=
            ofString(field.getKey())
                + 1
                + of(field.getValue(), CountedArray.NONE, Integer.MAX_VALUE);
      }
    }
    return lost;
  }

  private static int below(int levels) {
    if (levels == 0) {
      throw new TooDeepException();
    }
    return levels - 1;
  }

  private static int ofObject(ObjectNode object, CountedArray counted, int levels) {
    int size = 2 + ofSeparators(object);
    Iterator<Map.Entry<String, JsonNode>> fields = object.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      size += ofString(field.getKey()) + 1 + of(field.getValue(), counted, levels);
    }
    return size;
  }

  private static int ofArray(ArrayNode array, CountedArray counted, int levels) {
    int size = 2 + ofSeparators(array);
    for (int i = 0; i < array.size(); i++) {
      size += of(array.get(i), counted, levels);
    }
    return size;
  }

  private static int ofSeparators(JsonNode container) {
    return Math.max(0, container.size() - 1);
  }

  private static int ofString(String text) {
    int size = 2;
    for (int i = 0; i < text.length(); i++) {
      size += ofChar(text.charAt(i));
    }
    return size;
  }

  private static int ofChar(char c) {
    if (c < 0x20) {
      return c == '\b' || c == '\t' || c == '\n' || c == '\f' || c == '\r' ? 2 : 6;
    }
    if (c < 0x80) {
      return c == '"' || c == '\\' ? 2 : 1;
    }
    // Two surrogates make one character of four bytes.
    return c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }

  private static int digits(int value) {
    int size = value < 0 ? 2 : 1;
    for (int rest = value / 10; rest != 0; rest /= 10) {
      size++;
    }
    return size;
  }
}
