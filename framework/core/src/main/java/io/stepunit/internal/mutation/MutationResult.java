package io.stepunit.internal.mutation;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What came of all mutants of a project.
 *
 * @param tests all tests that ran
 */
public record MutationResult(List<MutatedDefinition> definitions, List<TestName> tests) {
  private static final double HUNDRED = 100;

  /** Copies the lists. */
  public MutationResult {
    definitions = List.copyOf(definitions);
    tests = List.copyOf(tests);
  }

  /**
   * A test as reports call it.
   *
   * @param id JUnit's unique id
   * @param testClass the outermost class around it
   * @param name its display name, after those of what is between class and test
   */
  public record TestName(String id, String testClass, String name) {
    /** The class without its package, and the name. */
    public String words() {
      return testClass.substring(testClass.lastIndexOf('.') + 1) + ": " + name;
    }
  }

  /** How many mutants there are. */
  public int size() {
    return count(result -> true);
  }

  /** How many mutants the tests have found. */
  public int found() {
    return count(result -> result.status().isFound());
  }

  int count(MutantStatus status) {
    return count(result -> result.status() == status);
  }

  private int count(Predicate<MutantResult> condition) {
    return (int)
        definitions.stream()
            .flatMap(definition -> definition.results().stream())
            .filter(condition)
            .count();
  }

  /** How many per cent of the mutants the tests have found; all if there are none. */
  public double score() {
    return size() == 0 ? HUNDRED : HUNDRED * found() / size();
  }

  /** Whether tests found so many per cent of the mutants. */
  public boolean reaches(int percent) {
    return (long) found() * 100 >= (long) percent * size();
  }

  /** The score as text: {@code 87.5 %}. A hole is never rounded away. */
  public String scoreText() {
    double shown = Math.floor(score() * 10) / 10;
    return String.format(Locale.ROOT, "%.1f %%", shown);
  }
}
