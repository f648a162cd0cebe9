package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.stepunit.internal.json.CountedArray;

/** The bytes of what the branches of a {@link Join} put out, as they counted it. */
final class JoinedSizes {
  private int counted;
  private long bytes;
  private int largest;

  /**
   * A branch or iteration has succeeded.
   *
   * @param output the bytes of its output, -1 if it did not count them
   */
  void add(int output) {
    if (output >= 0) {
      counted++;
      bytes += output;
      largest = Math.max(largest, output);
    }
  }

  /** The array of all outputs; none if a branch did not count its own. */
  CountedArray of(ArrayNode outputs) {
    return counted == outputs.size() ? CountedArray.of(outputs, bytes, largest) : CountedArray.NONE;
  }
}
