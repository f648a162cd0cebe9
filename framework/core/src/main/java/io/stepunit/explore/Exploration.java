package io.stepunit.explore;

import io.stepunit.Execution;
import io.stepunit.history.ExecutionStatus;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The result of exploring a machine.
 *
 * <pre>{@code
 * Exploration exploration = order.explore();
 * assertThat(exploration.missed()).isEmpty();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Exploration {
  private final List<Execution> executions;
  private final SortedSet<String> reached;
  private final SortedMap<String, Set<String>> missed;

  Exploration(List<Execution> executions, Set<String> reached, Map<String, Set<String>> missed) {
    this.executions = List.copyOf(executions);
    this.reached = Collections.unmodifiableSortedSet(new TreeSet<>(reached));
    this.missed = Collections.unmodifiableSortedMap(new TreeMap<>(missed));
  }

  /** Returns the executions in order; all have ended. */
  public List<Execution> executions() {
    return executions;
  }

  /** Returns the executions that ended with this status. */
  public List<Execution> executions(ExecutionStatus status) {
    return executions.stream().filter(execution -> execution.status() == status).toList();
  }

  /** The states that an execution reached. */
  public SortedSet<String> reached() {
    return reached;
  }

  /**
   * Returns the states that no execution reached, each with the states that lead to it. For each,
   * the states from which a transition leads to it; one that only states lead to which were missed
   * themselves could not be reached whatever its own condition.
   */
  public SortedMap<String, Set<String>> missed() {
    return missed;
  }

  /** Describes which states were reached and which were not. */
  @Override
  public String toString() {
    String ends =
        executions.stream()
            .collect(Collectors.groupingBy(Execution::status, TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(end -> end.getValue() + " " + end.getKey())
            .collect(Collectors.joining(", "));
    String states =
        "%d of %d states reached".formatted(reached.size(), reached.size() + missed.size());
    String lines =
        missed.entrySet().stream()
            .map(state -> "\n  not reached: " + state.getKey() + from(state.getValue()))
            .collect(Collectors.joining());
    return states + " in " + executions.size() + " executions (" + ends + ")" + lines;
  }

  private String from(Set<String> ways) {
    return ways.isEmpty()
        ? ""
        : ways.stream()
            .map(way -> missed.containsKey(way) ? way + ", not reached either" : way)
            .collect(Collectors.joining("; ", ", which comes after ", ""));
  }
}
