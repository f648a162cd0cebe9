package io.stepunit.explore;

import io.stepunit.Execution;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.text.Printable;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * The result of exploring a machine.
 *
 * <pre>{@code
 * Exploration exploration = order.explore();
 * assertThat(exploration.missed()).isEmpty();
 * }</pre>
 *
 * @param executions the executions in order; all have ended
 * @param reached the states that an execution reached
 * @param missed the states that no execution reached, each with the states from which a transition
 *     leads to it. A state to which only missed states lead could not be reached, whatever its own
 *     condition.
 * @param reasons why each missed state was not reached, in words: what became of the executions
 *     that came to the states before it. It tells what was seen, and is no proof that nothing leads
 *     there.
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public record Exploration(
    List<Execution> executions,
    SortedSet<String> reached,
    SortedMap<String, Set<String>> missed,
    SortedMap<String, String> reasons) {
  /** Copies the collections. */
  public Exploration {
    executions = List.copyOf(executions);
    reached = Collections.unmodifiableSortedSet(new TreeSet<>(reached));
    missed = Collections.unmodifiableSortedMap(new TreeMap<>(missed));
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
  }

  /** Returns the executions that ended with this status. */
  public List<Execution> executions(ExecutionStatus status) {
    return executions.stream().filter(execution -> execution.status() == status).toList();
  }

  /** Describes which states were reached, and which were not and why. */
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
        "%s of %s states reached".formatted(reached.size(), reached.size() + missed.size());
    String lines =
        missed.entrySet().stream()
            .map(
                state ->
                    "\n  not reached: "
                        + Printable.line(
                            state.getKey() + from(state.getValue()) + reason(state.getKey())))
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

  /** Nothing where the states before it were not reached either, which is said of them. */
  private String reason(String state) {
    Set<String> ways = missed.getOrDefault(state, Set.of());
    String reason = reasons.get(state);
    boolean isSaid = !ways.isEmpty() && missed.keySet().containsAll(ways);
    return reason == null || isSaid ? "" : ": " + reason;
  }
}
