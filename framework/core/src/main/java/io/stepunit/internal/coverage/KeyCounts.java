package io.stepunit.internal.coverage;

import java.util.SortedMap;
import java.util.TreeMap;

/** Counts by the keys of points. */
final class KeyCounts {
  private final SortedMap<String, Long> counts = new TreeMap<>();

  /** Adds to what is counted at a key; nothing is kept of what was not reached. */
  void add(String pointer, String rest, long count) {
    if (count > 0) {
      counts.merge(pointer + rest, count, Long::sum);
    }
  }

  SortedMap<String, Long> toMap() {
    return counts;
  }
}
