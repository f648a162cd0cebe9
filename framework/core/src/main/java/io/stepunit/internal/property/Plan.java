package io.stepunit.internal.property;

import io.stepunit.Fault;
import io.stepunit.internal.fault.FaultPlan;
import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.sweep.Shard;
import io.stepunit.property.PropertyOptions;
import io.stepunit.property.PropertyOptions.Dimension;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What to try after the cases in which all went well: these with faults, in other orders, twice and
 * redriven, one of each in turn, and then what chance puts together.
 */
final class Plan {
  /** More paths than these are left to chance. */
  private static final int PATHS = 16;

  /** Orders of one case that are tried one after the other; more are left to chance. */
  private static final int ORDERS = 24;

  private final PropertyOptions options;
  private final boolean isExpress;
  private final List<Fault> faults;
  private final Shard shard;
  private final Chance chance;
  private final Set<List<String>> paths = new HashSet<>();
  private final Map<Case, Set<String>> calledWithoutFaults = new HashMap<>();
  private final Map<Case, Integer> ordersOf = new HashMap<>();
  private final Deque<Case> faulty = new ArrayDeque<>();
  private final Deque<Case> doubly = new ArrayDeque<>();
  private final Deque<Case> ordered = new ArrayDeque<>();
  private final Deque<Case> repeated = new ArrayDeque<>();
  private final Deque<Case> redriven = new ArrayDeque<>();
  private final List<Deque<Case>> queues = List.of(faulty, ordered, repeated, redriven, doubly);
  private long planned;
  private int turn;

  Plan(CompiledDefinition definition, boolean isExpress, PropertyOptions options, Inputs inputs) {
    this.options = options;
    this.isExpress = isExpress;
    this.faults =
        options.has(Dimension.FAULTS)
            ? FaultPlan.withLostCallbacks(definition).faults().stream()
                .filter(fault -> !options.unharmed().contains(fault.state()))
                .toList()
            : List.of();
    this.shard = new Shard(options.part(), options.parts());
    this.chance = new Chance(options, isExpress, inputs, faults);
  }

  /** A case in which nothing went wrong: others are made of it. */
  void addPlain(Trial trial) {
    chance.add(trial);
    boolean isNew = trial.execution().filter(run -> paths.add(run.path())).isPresent();
    if (!isNew || paths.size() > PATHS) {
      return;
    }
    Case given = trial.given();
    Set<String> called = trial.called();
    calledWithoutFaults.put(given, called);
    faultsOf(called).forEach(fault -> plan(faulty, given.withFaults(List.of(fault))));
    followingOrder(trial).ifPresent(next -> plan(ordered, next));
    repeats().forEach(repeat -> plan(repeated, given.repeated(repeat)));
    redriveOf(trial).ifPresent(each -> plan(redriven, each));
  }

  /** Of several jobs that share the work, each plans its own part. */
  private void plan(Deque<Case> queue, Case given) {
    if (shard.has(planned)) {
      queue.add(given);
    }
    planned++;
  }

  /** A case that was planned: something may follow from it. */
  void add(Trial trial) {
    Case given = trial.given();
    followingOrder(trial).ifPresent(ordered::add);
    if (given.repeat() == Repeat.ONCE && !given.faults().isEmpty()) {
      redriveOf(trial).ifPresent(redriven::add);
      repeats().forEach(repeat -> repeated.add(given.repeated(repeat)));
      doubly.addAll(withSecondFault(trial));
    }
  }

  private List<Fault> faultsOf(Set<String> tasks) {
    return faults.stream().filter(fault -> tasks.contains(fault.state())).toList();
  }

  /** The same fault with one of a Task that only runs because of it, such as a compensation. */
  private List<Case> withSecondFault(Trial trial) {
    Case given = trial.given();
    Set<String> before = calledWithoutFaults.get(given.withFaults(List.of()));
    if (before == null || given.faults().size() > 1) {
      return List.of();
    }
    Set<String> further = new LinkedHashSet<>(trial.called());
    further.removeAll(before);
    return faultsOf(further).stream()
        .map(second -> given.withFaults(List.of(given.faults().get(0), second)))
        .toList();
  }

  private Optional<Case> followingOrder(Trial trial) {
    Case given = trial.given();
    if (!options.has(Dimension.INTERLEAVINGS)
        || ordersOf.merge(given.inOrder(Case.OWN_ORDER), 1, Integer::sum) > ORDERS) {
      return Optional.empty();
    }
    return trial.run().order().next().map(next -> given.inOrder(next.name()));
  }

  private List<Repeat> repeats() {
    return isExpress && options.has(Dimension.DUPLICATES)
        ? List.of(Repeat.TWICE, Repeat.TWICE_AT_ONCE)
        : List.of();
  }

  private Optional<Case> redriveOf(Trial trial) {
    return !isExpress && options.has(Dimension.REDRIVE) && trial.isFailed()
        ? Optional.of(trial.given().repeated(Repeat.REDRIVEN))
        : Optional.empty();
  }

  /** The next case; empty if there can be no other. */
  Optional<Case> next() {
    for (int i = 0; i < queues.size(); i++) {
      Deque<Case> queue = queues.get(turn % queues.size());
      turn++;
      if (!queue.isEmpty()) {
        return Optional.of(queue.remove());
      }
    }
    return chance.next();
  }
}
