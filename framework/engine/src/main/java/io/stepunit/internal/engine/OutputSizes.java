package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.CountedArray;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.TooDeepException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of what the states of a branch put out, one after the other. A state changes little of
 * what the one before put out: only that is counted anew.
 */
final class OutputSizes {
  private @Nullable JsonNode last;
  private int lastBytes;
  private CountedArray joined = CountedArray.NONE;

  /**
   * How many bytes an output has.
   *
   * @param levels how many levels of objects and arrays it may have
   * @throws TooDeepException if it has more
   */
  int of(JsonNode output, int levels) {
    lastBytes =
        last == null
            ? Json.size(output, joined, levels)
            : Json.sizeOfChanged(last, lastBytes, output, joined, levels);
    last = output;
    joined = CountedArray.NONE;
    return lastBytes;
  }

  /** How many bytes an output has that was the last one counted; -1 for any other value. */
  int known(JsonNode output) {
    return output == last ? lastBytes : -1;
  }

  /** The next output may have this array as a part. */
  void joined(CountedArray results) {
    joined = results;
  }
}
