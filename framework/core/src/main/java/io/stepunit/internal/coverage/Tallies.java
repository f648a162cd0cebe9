package io.stepunit.internal.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The points of one definition that are counted; their keys are made once. */
final class Tallies {
  private final List<Tally> all = new ArrayList<>();

  /** Begins to count a point. */
  Tally of(String key) {
    Tally tally = new Tally(key);
    all.add(tally);
    return tally;
  }

  /** Begins to count points whose keys differ in their number: {@code …/Retry/0#used}. */
  Tally[] of(String pointer, int size, String outcome) {
    Tally[] tallies = new Tally[size];
    for (int i = 0; i < size; i++) {
      tallies[i] = of(pointer + i + outcome);
    }
    return tallies;
  }

  /** What was counted; points that were not reached are absent. */
  SortedMap<String, Long> counts() {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Tally tally : all) {
      if (tally.count() > 0) {
        counts.merge(tally.key(), tally.count(), Long::sum);
      }
    }
    return counts;
  }

  /** The counts of all points, in the order in which they began to be counted. */
  long[] values() {
    long[] values = new long[all.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = all.get(i).count();
    }
    return values;
  }

  /** All counts begin anew. */
  void reset() {
    all.forEach(Tally::reset);
  }
}
