package io.stepunit.internal.coverage;

import io.stepunit.internal.history.ExecutionRecord;
import java.nio.LongBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts what tests reach of one definition, one test after the other, as {@link Hits} does. What
 * they have in common is made once: the keys of the points, and the hits of all that reach the
 * same.
 */
public final class HitMeter {
  /** Tests that each reach something else must not fill the memory. */
  private static final int REMEMBERED = 100;

  private final HitCounter counter = new HitCounter();
  private final Map<Counts, Hits> known = new HashMap<>();

  /**
   * What executions reached, with the children of their Map Runs.
   *
   * @param executions of the definition, finished or not
   */
  public synchronized Hits of(Collection<ExecutionRecord> executions) {
    counter.tallies().reset();
    executions.forEach(counter::add);
    Counts counts = new Counts(executions.size(), LongBuffer.wrap(counter.tallies().values()));
    Hits before = known.get(counts);
    if (before != null) {
      return before;
    }
    Hits hits = new Hits(executions.size(), counter.tallies().counts());
    if (known.size() >= REMEMBERED) {
      known.clear();
    }
    known.put(counts, hits);
    return hits;
  }

  /** The counts of the points that were reached, as {@link Tallies#values} has them. */
  private record Counts(int executions, LongBuffer ofPoints) {}
}
