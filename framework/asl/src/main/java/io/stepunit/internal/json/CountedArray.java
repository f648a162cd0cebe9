package io.stepunit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * An array whose size is known from the sizes of its elements, so that it need not be counted where
 * it is part of a larger tree.
 *
 * @param bytes its UTF-8 bytes as compact JSON
 * @param levels at least as many levels as it has
 */
public record CountedArray(JsonNode array, int bytes, int levels) {
  /** More than any limit, and no danger to the sum of a tree around it. */
  private static final long MOST = 1 << 30;

  /** None: no tree has it as a part. */
  public static final CountedArray NONE = new CountedArray(MissingNode.getInstance(), 0, 0);

  /**
   * An array of counted elements.
   *
   * @param ofElements the bytes of all elements
   * @param largest the bytes of the largest one
   */
  public static CountedArray of(ArrayNode array, long ofElements, int largest) {
    long bytes = 2 + Math.max(0, array.size() - 1) + ofElements;
    // A level of an element takes two bytes at least, its brackets.
    return new CountedArray(array, (int) Math.min(MOST, bytes), 1 + largest / 2);
  }

  boolean is(JsonNode node) {
    return array == node;
  }
}
