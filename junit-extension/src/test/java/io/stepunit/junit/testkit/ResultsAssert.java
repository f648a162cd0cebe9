package io.stepunit.junit.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;

/** Assertions on {@link Results}. */
public final class ResultsAssert extends AbstractAssert<ResultsAssert, Results> {
  ResultsAssert(Results actual) {
    super(actual, ResultsAssert.class);
  }

  /** All tests succeeded, and there were this many. */
  public ResultsAssert hasOnlySucceeded(int tests) {
    List<Throwable> failures = new ArrayList<>(actual.failedTests());
    failures.addAll(actual.failedContainers());
    if (!failures.isEmpty()) {
      failWithMessage(
          "Expected no failure, but there were %s:%n%s",
          failures.size(), failures.stream().map(Results::printed).collect(Collectors.joining()));
    }
    Assertions.assertThat(actual.succeededTests()).as("tests that succeeded").isEqualTo(tests);
    return this;
  }

  /** So many tests succeeded, whatever else happened. */
  public ResultsAssert hasSucceeded(int tests) {
    Assertions.assertThat(actual.succeededTests()).as("tests that succeeded").isEqualTo(tests);
    return this;
  }

  /** So many tests failed. */
  public ResultsAssert hasFailed(int tests) {
    Assertions.assertThat(actual.failedTests()).as("tests that failed").hasSize(tests);
    return this;
  }

  /** The message of the only failure, which is that of a test. */
  public AbstractStringAssert<?> failsATestWith() {
    return message(onlyOf(actual.failedTests(), actual.failedContainers(), "test"));
  }

  /** The message of the only failure, which is that of a class or of a test template. */
  public AbstractStringAssert<?> failsAContainerWith() {
    return message(onlyOf(actual.failedContainers(), actual.failedTests(), "container"));
  }

  /** A test and a container failed, nothing else, both with a message that contains a text. */
  public ResultsAssert failsATestAndAContainerWith(String text) {
    Assertions.assertThat(actual.failedTests()).singleElement().satisfies(f -> contains(f, text));
    Assertions.assertThat(actual.failedContainers())
        .singleElement()
        .satisfies(f -> contains(f, text));
    return this;
  }

  private static void contains(Throwable failure, String text) {
    Assertions.assertThat(failure).hasMessageContaining(text);
  }

  /** What a build prints for the only failure, which is that of a test. */
  public AbstractStringAssert<?> failsATestPrinting() {
    Throwable failure = onlyOf(actual.failedTests(), actual.failedContainers(), "test");
    return Assertions.assertThat(Results.printed(failure)).as("what a build prints");
  }

  private static AbstractStringAssert<?> message(Throwable failure) {
    return Assertions.assertThat(failure.getMessage()).as("the failure's message");
  }

  private Throwable onlyOf(List<Throwable> expected, List<Throwable> others, String what) {
    if (expected.size() != 1 || !others.isEmpty()) {
      List<Throwable> all = new ArrayList<>(expected);
      all.addAll(others);
      failWithMessage(
          "Expected one failure, of a %s, but there were %s:%n%s",
          what, all.size(), all.stream().map(Results::printed).collect(Collectors.joining()));
    }
    return expected.get(0);
  }
}
