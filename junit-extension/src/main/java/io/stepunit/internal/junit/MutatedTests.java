package io.stepunit.internal.junit;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.mutation.Mutant;
import io.stepunit.internal.mutation.MutantResult;
import io.stepunit.internal.mutation.MutantStatus;
import io.stepunit.internal.report.Rerun.Mistake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs the mutants of one definition against the tests that reach their places. */
final class MutatedTests {
  private static final Duration LEAST = Duration.ofSeconds(10);
  private static final int FACTOR = 20;

  /** In nanoseconds. */
  private static final long FINDING = 20_000_000;

  private static final int MOST_OF_SWEEP = 5;

  /** Most mutants are found by the first test or a few more: the others need not run. */
  private static final List<Integer> ROUNDS = List.of(1, 3, Integer.MAX_VALUE);

  private final TestRuns runs;
  private final CompiledDefinition original;
  private final List<Covering> tests;
  private final Map<String, Long> sizes;
  private final Map<String, Map<String, Integer>> killsByState = new HashMap<>();
  private final Set<String> provenAlone = new HashSet<>();
  private final Set<String> dependent = new HashSet<>();

  /**
   * @param original the definition that the mutants are of
   * @param all the tests of the plain run
   */
  MutatedTests(TestRuns runs, CompiledDefinition original, List<RanTest> all) {
    this.runs = runs;
    this.original = original;
    this.sizes =
        all.stream()
            .filter(RanTest::isGenerated)
            .collect(groupingBy(RanTest::container, counting()));
    this.tests =
        withoutRepetition(
            all.stream()
                .map(test -> new Covering(test, keys(test)))
                .filter(test -> !test.keys().isEmpty())
                .toList());
  }

  private record Covering(RanTest test, Set<String> keys) {
    /** Equal for tests of a sweep that reach the same. */
    Object likeness() {
      return test.isOfSweep() ? List.of(test.container(), keys) : test.id();
    }

    int order() {
      return test.isOfSweep() ? test.number() : 0;
    }
  }

  /** Of the tests of a sweep that reach the same, the first one. */
  private static List<Covering> withoutRepetition(List<Covering> all) {
    Map<Object, Covering> known = new LinkedHashMap<>();
    all.stream()
        .sorted(Comparator.comparingInt(Covering::order))
        .forEach(test -> known.putIfAbsent(test.likeness(), test));
    Set<Covering> kept = new HashSet<>(known.values());
    return all.stream().filter(kept::contains).toList();
  }

  private Set<String> keys(RanTest test) {
    Set<String> keys = new HashSet<>();
    test.reached().stream()
        .filter(reached -> reached.definition().hasSourceOf(original))
        .forEach(reached -> keys.addAll(reached.hits().counts().keySet()));
    return keys;
  }

  /** Tests that fail alone without any mistake: they tell nothing. */
  Set<String> dependent() {
    return Set.copyOf(dependent);
  }

  /** What comes of a mutant. */
  MutantResult run(Mutant mutant) {
    List<RanTest> covering =
        withFewOfSweeps(
                tests.stream()
                    .filter(test -> test.keys().contains(mutant.reach()))
                    .map(Covering::test))
            .sorted(order(mutant))
            .toList();
    List<String> ids =
        tests.stream().map(test -> test.test().id()).filter(id -> isIn(id, covering)).toList();
    if (covering.isEmpty()) {
      return new MutantResult(mutant, MutantStatus.NO_COVERAGE, ids, Optional.empty(), 0, "");
    }
    Mistake mistake = new Mistake(original, mutant.reach());
    CompiledDefinition changed = mutant.in(original);
    return run(mutant, covering, ids, selected -> runs.some(selected, mistake, changed));
  }

  /** Of the many tests of a sweep that reach a place, a few tell what all do. */
  private static Stream<RanTest> withFewOfSweeps(Stream<RanTest> tests) {
    Map<String, Integer> counts = new HashMap<>();
    return tests.filter(
        test ->
            !test.isOfSweep() || counts.merge(test.container(), 1, Integer::sum) <= MOST_OF_SWEEP);
  }

  private static boolean isIn(String id, List<RanTest> tests) {
    return tests.stream().anyMatch(test -> test.id().equals(id));
  }

  /** Those first that cost least for each mistake that they found in the same state. */
  private Comparator<RanTest> order(Mutant mutant) {
    Map<String, Integer> kills = killsByState.getOrDefault(mutant.state(), Map.of());
    return Comparator.<RanTest>comparingLong(
            test -> cost(test) / (1 + kills.getOrDefault(test.id(), 0)))
        .thenComparing(RanTest::id);
  }

  /** Single ones of many tests that a method makes take JUnit longer to find. */
  private static long cost(RanTest test) {
    return test.nanos() + (test.isGenerated() ? FINDING : 0);
  }

  private MutantResult run(
      Mutant mutant,
      List<RanTest> covering,
      List<String> ids,
      Function<List<String>, WatchedRun> tests) {
    int completed = 0;
    List<RanTest> left = new ArrayList<>(covering);
    for (int round = 0; round < ROUNDS.size(); ) {
      List<RanTest> now =
          left.stream()
              .filter(test -> !dependent.contains(test.id()))
              .limit(ROUNDS.get(round))
              .toList();
      if (now.isEmpty()) {
        break;
      }
      Optional<Outcome> outcome = outcome(now, tests);
      if (outcome.isEmpty()) {
        return new MutantResult(mutant, MutantStatus.TIMEOUT, ids, Optional.empty(), completed, "");
      }
      completed += outcome.get().completed();
      Optional<Killer> killer =
          outcome.get().killers().stream().filter(it -> isReal(it, mutant)).findFirst();
      if (killer.isPresent()) {
        return killed(mutant, ids, completed, killer.get());
      }
      // After a failure that tells nothing, the others have not been asked yet.
      if (outcome.get().killers().isEmpty()) {
        left.removeAll(now);
        round++;
      }
    }
    return new MutantResult(mutant, MutantStatus.SURVIVED, ids, Optional.empty(), completed, "");
  }

  private MutantResult killed(Mutant mutant, List<String> ids, int completed, Killer killer) {
    killsByState
        .computeIfAbsent(mutant.state(), state -> new HashMap<>())
        .merge(killer.id(), 1, Integer::sum);
    return new MutantResult(
        mutant, MutantStatus.KILLED, ids, Optional.of(killer.id()), completed, killer.message());
  }

  private record Killer(String id, String message) {}

  private record Outcome(int completed, List<Killer> killers) {}

  private Optional<Outcome> outcome(List<RanTest> now, Function<List<String>, WatchedRun> run) {
    List<String> ids = now.stream().map(RanTest::id).toList();
    return TimeLimit.within(limit(now), () -> run.apply(selected(now)))
        .map(ran -> new Outcome(ran.tests().size(), killers(ran, ids)));
  }

  /** A method that made many of the tests is run as a whole: single ones take JUnit longer. */
  private List<String> selected(List<RanTest> now) {
    Map<String, Long> generated =
        now.stream()
            .filter(test -> test.isGenerated() && !test.isOfSweep())
            .collect(groupingBy(RanTest::container, counting()));
    return now.stream()
        .map(
            test ->
                generated.getOrDefault(test.container(), 0L) * 2
                        > sizes.getOrDefault(test.container(), 0L)
                    ? test.container()
                    : test.id())
        .distinct()
        .toList();
  }

  /** A class that cannot be set up fails for each of its tests. */
  private static List<Killer> killers(WatchedRun run, List<String> ids) {
    List<Killer> killers = new ArrayList<>();
    for (RanTest test : run.tests()) {
      test.failure().ifPresent(message -> killers.add(new Killer(test.id(), message)));
    }
    run.failedContainers().stream()
        .findFirst()
        .ifPresent(message -> killers.add(new Killer(ids.get(0), message)));
    return killers;
  }

  private static Duration limit(List<RanTest> tests) {
    long nanos = tests.stream().mapToLong(RanTest::nanos).sum();
    return LEAST.plusNanos(nanos * FACTOR);
  }

  /** A test that also fails alone, and with no mistake in the mutant's place, tells nothing. */
  private boolean isReal(Killer killer, Mutant mutant) {
    if (dependent.contains(killer.id())) {
      return false;
    }
    if (provenAlone.contains(killer.id())) {
      return true;
    }
    boolean passes =
        outcomeAlone(killer.id(), mutant)
            .filter(outcome -> outcome.killers().isEmpty())
            .isPresent();
    (passes ? provenAlone : dependent).add(killer.id());
    return passes;
  }

  private Optional<Outcome> outcomeAlone(String id, Mutant mutant) {
    return outcome(
        tests.stream().map(Covering::test).filter(test -> test.id().equals(id)).toList(),
        selected -> runs.some(selected, new Mistake(original, mutant.reach()), original));
  }
}
