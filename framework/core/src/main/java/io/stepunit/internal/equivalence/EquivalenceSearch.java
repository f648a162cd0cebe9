package io.stepunit.internal.equivalence;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.equivalence.Equivalence;
import io.stepunit.equivalence.Equivalence.Counterexample;
import io.stepunit.equivalence.EquivalenceOptions;
import io.stepunit.internal.bucket.Buckets;
import io.stepunit.internal.engine.EngineSettings;
import io.stepunit.internal.engine.SimulatedMachine;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.text.KnownNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Looks for a case in which a machine does not what the original does. */
public final class EquivalenceSearch {
  /** So many of the cases without faults are also tried with each fault. */
  private static final int WITH_FAULTS = 3;

  private final SimulatedMachine original;
  private final String nameNow;
  private final EquivalenceOptions options;
  private final Cases cases;
  private final Comparer comparer;
  private final List<Trial> trials = new ArrayList<>();

  /**
   * @param environment the settings of the original's environment
   * @param start when all executions start
   * @param buckets what the environment has in its buckets
   * @param mocks puts the original's mocks before what answers by itself
   * @throws IllegalArgumentException if the options name a state that is not there
   */
  public EquivalenceSearch(
      SimulatedMachine original,
      SimulatedMachine now,
      EquivalenceOptions options,
      EngineSettings environment,
      Instant start,
      Buckets buckets,
      UnaryOperator<TaskDispatcher> mocks) {
    this.original = original;
    this.nameNow = now.name();
    this.options = options;
    this.cases = new Cases(original.definition(), now.definition(), options, mocks);
    this.comparer = new Comparer(new World(environment, start, buckets), original, now, options);
    Stream.of(options.dataAt(), options.independent(), options.renamed().keySet())
        .flatMap(names -> names.stream())
        .forEach(state -> requireState(original, state));
    options.renamed().values().forEach(state -> requireState(now, state));
  }

  private static void requireState(SimulatedMachine machine, String state) {
    if (machine.definition().findState(state).isEmpty()) {
      throw new IllegalArgumentException(
          "The machine '%s' (%s) has no state '%s'.%s"
              .formatted(
                  machine.name(),
                  machine.definition().location().file(),
                  state,
                  new KnownNames("Its states", machine.definition().stateNames()).hintFor(state)));
    }
  }

  /**
   * Tries all cases.
   *
   * @param recorded cases made of recordings, which come first
   * @param inputs the test's own inputs
   */
  public Equivalence search(List<RecordedInput> recorded, List<JsonNode> inputs) {
    recorded.forEach(each -> tryOut(Case.of(each.input(), each.answers(), List.of())));
    List<Trial> plain = new ArrayList<>();
    for (Case each : cases.plain(inputs)) {
      tryOut(each).ifPresent(plain::add);
    }
    plain.stream()
        .filter(trial -> trial.original().succeeded())
        .limit(WITH_FAULTS)
        .forEach(this::withFaults);
    return result();
  }

  private void withFaults(Trial plain) {
    for (Case single : cases.withFaults(plain)) {
      tryOut(single)
          .ifPresent(faulty -> cases.withSecondFault(faulty, plain).forEach(this::tryOut));
    }
  }

  private Optional<Trial> tryOut(Case given) {
    if (trials.size() >= options.mostCases()) {
      return Optional.empty();
    }
    Optional<Trial> trial = comparer.run(given);
    trial.ifPresent(trials::add);
    return trial;
  }

  private Equivalence result() {
    List<Trial> differing = trials.stream().filter(Trial::differs).toList();
    Optional<Counterexample> example =
        differing.stream().min(EquivalenceSearch::simpler).map(this::example);
    return new Equivalence(
        trials.size(),
        (int) trials.stream().filter(trial -> trial.original().succeeded()).count(),
        differing.size(),
        example);
  }

  /** Fewer faults, then a case in which the original works, then the first. */
  private static int simpler(Trial one, Trial other) {
    int faults = Integer.compare(one.given().faults().size(), other.given().faults().size());
    return faults != 0
        ? faults
        : Boolean.compare(other.original().succeeded(), one.original().succeeded());
  }

  private Counterexample example(Trial found) {
    Trial smallest = Shrinking.smallest(comparer, found);
    return new Counterexample(
        smallest.given().input().deepCopy(),
        new SideBySide(smallest).text(original.name(), nameNow));
  }
}
