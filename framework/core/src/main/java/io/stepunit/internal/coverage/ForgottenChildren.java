package io.stepunit.internal.coverage;

import io.stepunit.internal.history.ExecutionRecord;
import java.util.HashMap;
import java.util.Map;

/**
 * What the child executions of Map Runs reached that are not kept: they are counted as they end,
 * and nothing else of them stays.
 */
public final class ForgottenChildren {
  private final Map<String, HitCounter> counters = new HashMap<>();

  /**
   * Counts a child.
   *
   * @param execution the ARN of the execution that it belongs to, however deep
   */
  public synchronized void add(String execution, ExecutionRecord child) {
    counters.computeIfAbsent(execution, arn -> new HitCounter()).add(child);
  }

  /** What those of an execution have reached; there is no other execution in it. */
  public synchronized Hits of(String execution) {
    HitCounter counter = counters.get(execution);
    return counter == null ? Hits.NONE : new Hits(0, counter.tallies().counts());
  }
}
