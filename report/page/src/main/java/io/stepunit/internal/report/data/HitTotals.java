package io.stepunit.internal.report.data;

import io.stepunit.internal.coverage.Hits;
import java.util.SortedMap;
import java.util.TreeMap;

/** A sum of hits: many are added, so it is not made anew with each. */
final class HitTotals {
  private final SortedMap<String, Long> counts = new TreeMap<>();
  private int executions;

  /** Adds hits that so many tests had. */
  void add(Hits hits, int times) {
    executions += hits.executions() * times;
    hits.counts().forEach((key, count) -> counts.merge(key, count * times, Long::sum));
  }

  Hits toHits() {
    return new Hits(executions, counts);
  }
}
