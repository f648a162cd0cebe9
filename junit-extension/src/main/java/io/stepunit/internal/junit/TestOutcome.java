package io.stepunit.internal.junit;

import io.stepunit.internal.report.TestResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** How a test of the JUnit Platform ended, and where it stands. */
final class TestOutcome {
  private TestOutcome() {}

  /**
   * Where tests stand that are in one container.
   *
   * @param id of the container
   * @param testClass the outermost class around them; empty if it is a test's own
   * @param containers the display names between class and test, outermost first
   */
  record Group(String id, Optional<String> testClass, List<String> containers) {}

  /** The group that a test is in. */
  static Group groupOf(TestPlan plan, TestIdentifier test) {
    Deque<TestIdentifier> around = new ArrayDeque<>();
    for (Optional<TestIdentifier> each = plan.getParent(test);
        each.isPresent();
        each = plan.getParent(each.get())) {
      around.addFirst(each.get());
    }
    List<TestIdentifier> within =
        around.stream().dropWhile(each -> classOf(each).isEmpty()).toList();
    return new Group(
        around.isEmpty() ? "" : around.getLast().getUniqueId(),
        within.stream().findFirst().flatMap(TestOutcome::classOf),
        within.stream().skip(1).map(TestIdentifier::getDisplayName).toList());
  }

  static TestResult of(Group group, TestIdentifier test, TestExecutionResult result, long nanos) {
    String testClass = group.testClass().or(() -> classOf(test)).orElse("");
    return new TestResult(
        group.id(),
        testClass,
        test.getDisplayName(),
        group.containers(),
        status(result),
        nanos,
        result.getThrowable().map(failure -> failure(failure, testClass)));
  }

  /** A test that is not run. */
  static TestResult skipped(Group group, TestIdentifier test) {
    return new TestResult(
        group.id(),
        group.testClass().or(() -> classOf(test)).orElse(""),
        test.getDisplayName(),
        group.containers(),
        TestResult.Status.SKIPPED,
        0,
        Optional.empty());
  }

  private static Optional<String> classOf(TestIdentifier test) {
    return test.getSource()
        .flatMap(
            source ->
                source instanceof ClassSource of
                    ? Optional.of(of.getClassName())
                    : source instanceof MethodSource of
                        ? Optional.of(of.getClassName())
                        : Optional.empty());
  }

  private static TestResult.Status status(TestExecutionResult result) {
    return switch (result.getStatus()) {
      case SUCCESSFUL -> TestResult.Status.PASSED;
      case FAILED -> TestResult.Status.FAILED;
      case ABORTED -> TestResult.Status.ABORTED;
    };
  }

  private static TestResult.Failure failure(Throwable failure, String testClass) {
    return new TestResult.Failure(
        failure.getClass().getName(),
        Objects.requireNonNullElse(failure.getMessage(), ""),
        line(failure, testClass));
  }

  /** The innermost line of the failure that is in the class of the test. */
  private static String line(Throwable failure, String testClass) {
    for (StackTraceElement frame : failure.getStackTrace()) {
      String name = frame.getClassName();
      if (name.equals(testClass) || name.startsWith(testClass + "$")) {
        return frame.getFileName() + ":" + frame.getLineNumber();
      }
    }
    return "";
  }
}
