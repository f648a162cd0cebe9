package io.stepunit.internal.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The points of one definition that are counted; their keys are made once. */
final class Tallies {
  /** Most executions reach a few points of many. */
  private final List<Tally> reached = new ArrayList<>();

  /** Begins to count a point. */
  Tally of(String key) {
    return new Tally(key, reached);
  }

  /** One that counts nothing, for what is no point. */
  static Tally none(String key) {
    return new Tally(key, new ArrayList<>(1));
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
    for (Tally tally : reached) {
      counts.merge(tally.key(), tally.count(), Long::sum);
    }
    return counts;
  }

  /** All counts begin anew. */
  void reset() {
    reached.forEach(Tally::reset);
    reached.clear();
  }
}
