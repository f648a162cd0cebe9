package io.stepunit.internal.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Remembers of objects and arrays that all numbers in them are as JSONata hands them on: ints,
 * longs and finite doubles. Trees do not change once they are made, so that who has looked at one
 * need not look again, wherever it goes.
 */
public final class PlainLevels {
  private PlainLevels() {}

  /**
   * How many levels of objects and arrays a tree has that is known to be plain; 0 if nobody has
   * looked, or if it is not.
   */
  public static int of(JsonNode node) {
    if (node instanceof TreeObject object) {
      return object.plainLevels;
    }
    return node instanceof TreeArray array ? array.plainLevels : 0;
  }

  /**
   * Notes that a tree is plain. A tree of somebody else cannot remember it.
   *
   * @param levels how many levels of objects and arrays it has
   */
  public static void remember(JsonNode node, int levels) {
    if (node instanceof TreeObject object) {
      object.plainLevels = levels;
    } else if (node instanceof TreeArray array) {
      array.plainLevels = levels;
    }
  }
}
