package io.stepunit.internal.mutation;

import java.util.List;
import java.util.function.Predicate;

/**
 * What came of all mutants of a project.
 *
 * @param tests all tests that ran
 */
public record MutationResult(List<MutatedDefinition> definitions, List<TestName> tests) {
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

  /** How many of the mutants the tests have found. */
  public Score score() {
    return new Score(count(result -> result.status().isFound()), count(result -> true));
  }
}
