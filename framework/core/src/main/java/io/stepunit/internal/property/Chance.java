package io.stepunit.internal.property;

import io.stepunit.Fault;
import io.stepunit.property.PropertyOptions;
import io.stepunit.property.PropertyOptions.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Puts cases together by chance, the same for the same seed. */
final class Chance {
  private final PropertyOptions options;
  private final boolean isExpress;
  private final Inputs inputs;
  private final List<Fault> faults;
  private final SplittableRandom random;
  private final List<Trial> plain = new ArrayList<>();
  private boolean isConcurrent;
  private int further;

  Chance(PropertyOptions options, boolean isExpress, Inputs inputs, List<Fault> faults) {
    this.options = options;
    this.isExpress = isExpress;
    this.inputs = inputs;
    this.faults = faults;
    this.random = new SplittableRandom(options.seed() * options.parts() + options.part());
  }

  /** A case in which nothing went wrong. */
  void add(Trial trial) {
    plain.add(trial);
    isConcurrent |= !trial.run().order().choices().isEmpty();
  }

  /** Empty if no case could be run. */
  Optional<Case> next() {
    return plain.isEmpty() ? Optional.empty() : Optional.of(made());
  }

  private Case made() {
    Trial base = plain.get(random.nextInt(plain.size()));
    boolean isNew = options.has(Dimension.INPUTS) && random.nextBoolean();
    Case given = isNew ? inputs.further(furtherNumber()) : base.given();
    Set<String> called = base.called();
    Case harmed = given.withFaults(some(isNew ? faults : faultsOf(called)));
    Case ordered =
        options.has(Dimension.INTERLEAVINGS) && isConcurrent && random.nextBoolean()
            ? harmed.inOrder(Integer.toString(1 + random.nextInt(1_000_000)))
            : harmed;
    return ordered.repeated(repeat(ordered));
  }

  /** Each job has inputs of its own. */
  private int furtherNumber() {
    return further++ * options.parts() + options.part();
  }

  private List<Fault> faultsOf(Set<String> tasks) {
    return faults.stream().filter(fault -> tasks.contains(fault.state())).toList();
  }

  /** None, one or two, of different Tasks. */
  private List<Fault> some(List<Fault> possible) {
    List<Fault> some = new ArrayList<>();
    int most = random.nextInt(4);
    for (int i = 0; i < (most + 1) / 2 && !possible.isEmpty(); i++) {
      Fault fault = possible.get(random.nextInt(possible.size()));
      if (some.stream().noneMatch(other -> other.state().equals(fault.state()))) {
        some.add(fault);
      }
    }
    return some;
  }

  private Repeat repeat(Case given) {
    if (isExpress && options.has(Dimension.DUPLICATES)) {
      return List.of(Repeat.ONCE, Repeat.TWICE, Repeat.TWICE_AT_ONCE).get(random.nextInt(3));
    }
    boolean mayFail = !isExpress && options.has(Dimension.REDRIVE) && !given.faults().isEmpty();
    return mayFail && random.nextInt(3) == 0 ? Repeat.REDRIVEN : Repeat.ONCE;
  }
}
