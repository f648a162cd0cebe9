package io.stepunit.internal.mock;

import io.stepunit.Execution;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.mock.MockDeclaration;
import io.stepunit.mock.UnusedMocksError;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Reports unused mocks. */
public final class UnusedMocks {
  private static final int SHOWN = 3;

  private UnusedMocks() {}

  /**
   * Fails if a mock was never used and is not lenient.
   *
   * @param mocks the mocks of one test, or of several; order is kept
   * @param executions those of the test: one that failed may be the reason
   * @throws UnusedMocksError naming each such mock with the line that made it
   */
  public static void throwIfAny(
      Collection<? extends MockDeclaration> mocks, List<Execution> executions) {
    List<? extends MockDeclaration> unused =
        mocks.stream().filter(mock -> !mock.used() && !mock.lenient()).toList();
    if (!unused.isEmpty()) {
      throw new UnusedMocksError(message(unused) + reason(executions));
    }
  }

  private static String message(List<? extends MockDeclaration> unused) {
    String heading =
        unused.size() == 1
            ? "A mock was declared and never used:"
            : unused.size() + " mocks were declared and never used:";
    return unused.stream()
        .map(UnusedMocks::entry)
        .collect(
            Collectors.joining(
                "\n\n",
                heading + "\n\n",
                "\n\nRemove what the test does not need, or end it with .lenient() if it may stay unused."));
  }

  private static String reason(List<Execution> executions) {
    List<String> failed =
        executions.stream()
            .filter(run -> run.status() != ExecutionStatus.SUCCEEDED)
            .filter(run -> run.status() != ExecutionStatus.RUNNING)
            .map(UnusedMocks::outcome)
            .toList();
    int more = failed.size() - SHOWN;
    return failed.isEmpty()
        ? ""
        : failed.stream()
            .limit(SHOWN)
            .collect(
                Collectors.joining(
                    "\n  ",
                    "\n\nAn execution did not get that far, perhaps:\n  ",
                    more > 0 ? "\n  and " + more + " more" : ""));
  }

  private static String outcome(Execution run) {
    return "%s of %s: %s%s%s"
        .formatted(
            run.name(),
            run.definition().location().file(),
            run.status(),
            run.error().map(error -> " with " + error).orElse(""),
            run.cause().map(cause -> ": " + cause).orElse(""));
  }

  private static String entry(MockDeclaration mock) {
    return "  %s\n      %s\n      %s".formatted(mock.code(), mock.declaredAt(), mock.whyUnused());
  }
}
