package io.stepunit.cost;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The state transitions of an execution as AWS bills them: one for each state that is entered, one
 * for each retry, one for each redrive, and one for each child execution that a Map in distributed
 * mode starts.
 *
 * <pre>{@code
 * assertThat(run.cost().transitions().retries()).isEmpty();
 * }</pre>
 *
 * @param entries how often each state was entered, by its name; those of Standard child executions
 *     of Map Runs count
 * @param retries how often each state was tried again, by its name; states without are absent
 * @param redrives how often the execution was redriven
 * @param childExecutions how many child executions its Map Runs started
 * @since 0.1.0
 */
public record BilledTransitions(
    SortedMap<String, Integer> entries,
    SortedMap<String, Integer> retries,
    int redrives,
    int childExecutions) {

  /** Copies the maps. */
  public BilledTransitions {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    retries = Collections.unmodifiableSortedMap(new TreeMap<>(retries));
  }

  /** How many in all. */
  public int total() {
    return sum(entries) + sum(retries) + redrives + childExecutions;
  }

  private static int sum(SortedMap<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
