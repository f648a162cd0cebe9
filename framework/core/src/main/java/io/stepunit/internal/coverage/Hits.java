package io.stepunit.internal.coverage;

import io.stepunit.internal.history.ExecutionRecord;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often executions of one definition reached its points.
 *
 * <pre>{@code
 * Hits.of(executions).counts().get("/States/Charge/Catch/0")
 * }</pre>
 *
 * @param executions how many executions there were, without the children of Map Runs
 * @param counts by the keys of points; those that were not reached are absent
 */
public record Hits(int executions, SortedMap<String, Long> counts) {
  /** No execution at all. */
  public static final Hits NONE = new Hits(0, new TreeMap<>());

  public Hits {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** What one execution reached, with the children of its Map Runs. */
  public static Hits of(ExecutionRecord execution) {
    return of(List.of(execution));
  }

  /**
   * What executions reached, with the children of their Map Runs.
   *
   * @param executions of the same definition, finished or not
   */
  public static Hits of(Collection<ExecutionRecord> executions) {
    HitCounter counter = new HitCounter();
    executions.forEach(counter::add);
    return new Hits(executions.size(), counter.tallies().counts());
  }

  /** What these and others of the same definition reached together. */
  public Hits plus(Hits others) {
    if (others.counts().isEmpty() && others.executions() == 0) {
      return this;
    }
    if (counts.isEmpty() && executions == 0) {
      return others;
    }
    SortedMap<String, Long> sum = new TreeMap<>(counts);
    others.counts().forEach((key, count) -> sum.merge(key, count, Long::sum));
    return new Hits(executions + others.executions(), sum);
  }

  /** How often a point was reached. */
  public long count(String key) {
    return counts.getOrDefault(key, 0L);
  }
}
