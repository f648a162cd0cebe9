package io.stepunit.junit;

import io.stepunit.Fault;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.internal.fault.FaultPlan;
import io.stepunit.internal.sweep.Shard;
import io.stepunit.internal.text.KnownNames;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The combinations that a {@link FaultMatrix} asks for. */
final class FaultSelection {
  private final FaultPlan plan;
  private final boolean pairs;
  private final Shard shard;

  private FaultSelection(FaultPlan plan, boolean pairs, Shard shard) {
    this.plan = plan;
    this.pairs = pairs;
    this.shard = shard;
  }

  /**
   * @param shard the part of the combinations that is to run
   * @param origin where the annotation stands, for messages
   * @throws ExtensionConfigurationException if a filter names what is not there, or nothing is left
   */
  static FaultSelection of(
      FaultMatrix annotation, StateMachineDefinition definition, Shard shard, String origin) {
    List<Fault> all = FaultPlan.of(definition).faults();
    if (all.isEmpty()) {
      throw new ExtensionConfigurationException(
          "%s has no Task to fail: the machine (%s) has no Task states."
              .formatted(origin, definition.location().file()));
    }
    Set<String> states = names(all, Fault::state);
    Set<String> faults = names(all, Fault::what);
    requireKnown(origin, "states", annotation.states(), states);
    requireKnown(origin, "excludeStates", annotation.excludeStates(), states);
    requireKnown(origin, "faults", annotation.faults(), faults);
    requireKnown(origin, "excludeFaults", annotation.excludeFaults(), faults);
    List<Fault> selected =
        all.stream()
            .filter(f -> passes(annotation.states(), annotation.excludeStates(), f.state()))
            .filter(f -> passes(annotation.faults(), annotation.excludeFaults(), f.what()))
            .filter(f -> List.of(annotation.attempts()).contains(f.attempts()))
            .toList();
    if (selected.isEmpty()) {
      throw new ExtensionConfigurationException(
          "%s selects none of its %s combinations: check its filters."
              .formatted(origin, all.size()));
    }
    return new FaultSelection(FaultPlan.of(selected), annotation.pairs(), shard);
  }

  private static Set<String> names(Collection<Fault> faults, Function<Fault, String> name) {
    return faults.stream().map(name).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean passes(String[] included, String[] excluded, String name) {
    return (included.length == 0 || List.of(included).contains(name))
        && !List.of(excluded).contains(name);
  }

  private static void requireKnown(
      String origin, String attribute, String[] given, Set<String> known) {
    for (String name : given) {
      if (!known.contains(name)) {
        throw new ExtensionConfigurationException(
            "%s sets %s = \"%s\", which there is not.%s"
                .formatted(
                    origin, attribute, name, new KnownNames("There are", known).hintFor(name)));
      }
    }
  }

  /** The single faults, whoever runs them. */
  List<Fault> faults() {
    return plan.faults();
  }

  /** Those to run: single faults, and after them the pairs, if they are asked for. */
  Stream<Fault> all() {
    return shard.of(
        pairs ? Stream.concat(plan.faults().stream(), plan.pairs()) : plan.faults().stream());
  }

  /** How many combinations are to run. */
  int size() {
    return shard.sizeOf(plan.faults().size() + (pairs ? (int) plan.pairs().count() : 0));
  }
}
