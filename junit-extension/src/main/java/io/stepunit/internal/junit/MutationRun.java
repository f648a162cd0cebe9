package io.stepunit.internal.junit;

import io.stepunit.internal.model.CompiledDefinition;
import io.stepunit.internal.model.DefinitionText;
import io.stepunit.internal.mutation.Mutant;
import io.stepunit.internal.mutation.MutantResult;
import io.stepunit.internal.mutation.Mutants;
import io.stepunit.internal.mutation.MutatedDefinition;
import io.stepunit.internal.mutation.MutationResult;
import io.stepunit.internal.report.ProjectSources;
import io.stepunit.internal.report.Reached;
import io.stepunit.internal.sweep.Progress;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.platform.engine.DiscoverySelector;

/**
 * Runs the tests of a project once as they are, and then the mutants of the definitions that they
 * use.
 */
final class MutationRun implements AutoCloseable {
  private static final int SHOWN = 5;

  private final MutationSettings settings;
  private final IntFunction<Progress> progress;
  private final TestRuns runs = new TestRuns();
  private final Set<String> dependent = new LinkedHashSet<>();

  /**
   * @param progress takes the number of mutants
   */
  MutationRun(MutationSettings settings, IntFunction<Progress> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  @Override
  public void close() {
    runs.close();
  }

  /**
   * Runs them.
   *
   * @throws UnusableTestsException if a test fails without any mistake, or none uses a definition
   *     of the project
   */
  MutationResult run(List<? extends DiscoverySelector> selectors) {
    WatchedRun plain = runs.all(selectors);
    requireGreen(plain);
    List<RanTest> tests = plain.tests();
    List<Subject> subjects = subjects(tests);
    if (subjects.isEmpty()) {
      throw new UnusableTestsException(
          "None of %s tests runs a definition of this project's files%s. Definitions are found by their files below %s."
              .formatted(
                  tests.size(),
                  settings.definitions().isEmpty()
                      ? ""
                      : " that match " + String.join(", ", settings.definitions()),
                  settings.project()));
    }
    return new MutationResult(mutate(subjects, tests), tests.stream().map(RanTest::name).toList());
  }

  /** Tests that fail alone without any mutant: they tell nothing. */
  Set<String> dependentTests() {
    return dependent;
  }

  private static void requireGreen(WatchedRun plain) {
    List<String> failures = new ArrayList<>(plain.failedContainers());
    plain
        .tests()
        .forEach(
            test ->
                test.failure()
                    .ifPresent(message -> failures.add(test.name().words() + ": " + message)));
    if (!failures.isEmpty()) {
      throw new UnusableTestsException(
          "%s without any mutant. Mutants can be tried when all tests pass:\n%s"
              .formatted(
                  failures.size() == 1 ? "1 test fails" : failures.size() + " tests fail",
                  String.join(
                      "\n",
                      failures.stream()
                          .limit(SHOWN)
                          .map(failure -> "  " + failure.lines().findFirst().orElse(""))
                          .toList())));
    }
  }

  /** A definition that gets mistakes. */
  private record Subject(String file, CompiledDefinition definition, DefinitionText text) {}

  /** The definitions of the project's files, by file and machine. */
  private List<Subject> subjects(List<RanTest> tests) {
    ProjectSources sources = new ProjectSources(settings.project());
    Map<String, Subject> subjects = new LinkedHashMap<>();
    for (RanTest test : tests) {
      for (Reached reached : test.reached()) {
        reached
            .definition()
            .text()
            .ifPresent(
                text -> {
                  String file = sources.file(text);
                  if (Files.exists(settings.project().resolve(file)) && settings.includes(file)) {
                    subjects.putIfAbsent(
                        file + "#" + text.machine().orElse(""),
                        new Subject(file, reached.definition(), text));
                  }
                });
      }
    }
    return subjects.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  private List<MutatedDefinition> mutate(List<Subject> subjects, List<RanTest> tests) {
    Map<Subject, List<Mutant>> mutants = new LinkedHashMap<>();
    int all = 0;
    for (Subject subject : subjects) {
      List<Mutant> own = new ArrayList<>();
      for (Mutant mutant : Mutants.of(subject.definition())) {
        if (settings.shard().has(all++)) {
          own.add(mutant);
        }
      }
      mutants.put(subject, own);
    }
    Progress told = progress.apply(settings.shard().sizeOf(all));
    List<MutatedDefinition> mutated = new ArrayList<>();
    mutants.forEach(
        (subject, own) ->
            mutated.add(
                new MutatedDefinition(
                    subject.file(),
                    subject.definition(),
                    subject.text(),
                    results(subject, own, tests, told))));
    told.end();
    return mutated;
  }

  private List<MutantResult> results(
      Subject subject, List<Mutant> mutants, List<RanTest> tests, Progress told) {
    MutatedTests mutated = new MutatedTests(runs, subject.definition(), tests);
    List<MutantResult> results = new ArrayList<>();
    for (Mutant mutant : mutants) {
      MutantResult result = mutated.run(mutant);
      results.add(result);
      told.add(mutant.description(), !result.status().isFound());
    }
    dependent.addAll(mutated.dependent());
    return results;
  }
}
