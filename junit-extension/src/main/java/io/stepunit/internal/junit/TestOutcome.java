package io.stepunit.internal.junit;

import io.stepunit.internal.report.TestResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** How a test of the JUnit Platform ended, and where it stands. */
final class TestOutcome {
  private TestOutcome() {}

  static TestResult of(TestPlan plan, TestIdentifier test, TestExecutionResult result, long nanos) {
    Deque<TestIdentifier> around = new ArrayDeque<>();
    for (Optional<TestIdentifier> each = plan.getParent(test);
        each.isPresent();
        each = plan.getParent(each.get())) {
      around.addFirst(each.get());
    }
    List<TestIdentifier> within =
        around.stream().dropWhile(each -> classOf(each).isEmpty()).toList();
    String testClass =
        Stream.concat(within.stream(), Stream.of(test))
            .flatMap(each -> classOf(each).stream())
            .findFirst()
            .orElse("");
    return new TestResult(
        around.isEmpty() ? "" : around.getLast().getUniqueId(),
        testClass,
        test.getDisplayName(),
        within.stream().skip(1).map(TestIdentifier::getDisplayName).toList(),
        status(result),
        nanos,
        result.getThrowable().map(failure -> failure(failure, testClass)));
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
