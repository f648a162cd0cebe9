package io.stepunit.equivalence;

import io.stepunit.Recording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * What two machines are compared by, and on what. Immutable.
 *
 * <pre>{@code
 * EquivalenceOptions.STANDARD.comparingDataAt("Total").ignoringOrderOf("Invoice", "Notify")
 * }</pre>
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public final class EquivalenceOptions {
  private static final int CASES = 1_000;

  /** Outcomes, effects and times, on 1,000 cases with faults at most. */
  public static final EquivalenceOptions STANDARD = new EquivalenceOptions();

  // Only a copy that nobody has seen yet is changed.
  private List<String> dataAt = List.of();
  private List<String> independent = List.of();
  private Map<String, String> renamed = Map.of();
  private boolean stateNames;
  private boolean times = true;
  private boolean faults = true;
  private int mostCases = CASES;
  private List<Object> inputs = List.of();
  private List<Recording> recordings = List.of();

  private EquivalenceOptions() {}

  private EquivalenceOptions changed(Consumer<EquivalenceOptions> change) {
    EquivalenceOptions copy = new EquivalenceOptions();
    copy.dataAt = dataAt;
    copy.independent = independent;
    copy.renamed = renamed;
    copy.stateNames = stateNames;
    copy.times = times;
    copy.faults = faults;
    copy.mostCases = mostCases;
    copy.inputs = inputs;
    copy.recordings = recordings;
    change.accept(copy);
    return copy;
  }

  /** Also compares the outputs of these states of the original, visit by visit. */
  public EquivalenceOptions comparingDataAt(String... states) {
    return changed(copy -> copy.dataAt = joined(dataAt, List.of(states)));
  }

  /**
   * Lets the effects of these Tasks of the original come in any order among each other, and at any
   * time: they are independent.
   */
  public EquivalenceOptions ignoringOrderOf(String... tasks) {
    return changed(copy -> copy.independent = joined(independent, List.of(tasks)));
  }

  /** Says that a state of the original has another name now. */
  public EquivalenceOptions renaming(String original, String now) {
    Objects.requireNonNull(original, "original");
    Objects.requireNonNull(now, "now");
    Map<String, String> names = new LinkedHashMap<>(renamed);
    names.put(original, now);
    return changed(copy -> copy.renamed = Map.copyOf(names));
  }

  /** Also compares the names of the visited states, in their order. */
  public EquivalenceOptions comparingStateNames() {
    return changed(copy -> copy.stateNames = true);
  }

  /** Lets effects and the end come at any virtual time. */
  public EquivalenceOptions ignoringTimes() {
    return changed(copy -> copy.times = false);
  }

  /** Tries no case in which a Task is made to fail. */
  public EquivalenceOptions withoutFaults() {
    return changed(copy -> copy.faults = false);
  }

  /**
   * Tries so many cases at most.
   *
   * @param most at least one
   * @throws IllegalArgumentException if it is less
   */
  public EquivalenceOptions tryingAtMost(int most) {
    if (most < 1) {
      throw new IllegalArgumentException(
          "At least one case has to be tried, but the most are " + most + ".");
    }
    return changed(copy -> copy.mostCases = most);
  }

  /**
   * Also tries inputs of the test's own, before all others.
   *
   * @param more JSON text or values, as {@code run} takes them
   */
  public EquivalenceOptions alsoWith(Object... more) {
    return changed(copy -> copy.inputs = joined(inputs, List.of(more)));
  }

  /** Also tries the inputs of recorded executions, with the results that their Tasks had. */
  public EquivalenceOptions alsoReplaying(List<Recording> more) {
    return changed(copy -> copy.recordings = joined(recordings, more));
  }

  /** The states whose outputs are compared, by their names in the original. */
  public List<String> dataAt() {
    return dataAt;
  }

  /** The Tasks whose effects may come in any order, by their names in the original. */
  public List<String> independent() {
    return independent;
  }

  /** The new names of states, by their names in the original. */
  public Map<String, String> renamed() {
    return renamed;
  }

  /** Whether both have to visit states of the same names, in the same order. */
  public boolean stateNames() {
    return stateNames;
  }

  /** Whether effects and the end have to come at the same virtual time. */
  public boolean times() {
    return times;
  }

  /** Whether Tasks are made to fail. */
  public boolean faults() {
    return faults;
  }

  /** How many cases are tried at most. */
  public int mostCases() {
    return mostCases;
  }

  /** The inputs of the test's own. */
  public List<Object> inputs() {
    return inputs;
  }

  /** The executions whose inputs and results are tried, too. */
  public List<Recording> recordings() {
    return recordings;
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
