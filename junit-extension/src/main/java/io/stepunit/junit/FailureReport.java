package io.stepunit.junit;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.mock.ThrownReport;
import io.stepunit.internal.text.Printable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * What the executions of a failed test did. It is added to the failure as suppressed, so that
 * reports and IDEs show it below the failure and never instead of it.
 */
@SuppressWarnings("OverrideThrowableToString") // the class name would be noise in a report
final class FailureReport extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int EXECUTIONS = 3;
  private static final int LINES = 20;
  private static final int COLUMNS = 240;

  private FailureReport(String message) {
    super(Printable.lines(message), null, false, false);
  }

  /**
   * Adds the report of a test's environment to its failure; without the executions that the
   * failure's own message shows.
   */
  static void addTo(Throwable failure, TestWorld world) {
    StepFunctionsEnvironment environment = world.environment();
    Optional<String> name = world.generatedName();
    if (failure instanceof TestAbortedException
        || failure instanceof RepeatedFailure
        || failure instanceof CounterexampleError) {
      return;
    }
    List<Execution> executions = environment.executions();
    ThrownReport.addTo(
        failure, executions.stream().flatMap(execution -> execution.thrown().stream()).toList());
    List<Execution> untold =
        executions.stream().filter(execution -> !isShown(execution, failure)).toList();
    if (name.isPresent() || executions.isEmpty() || !untold.isEmpty()) {
      String heading =
          name.map(text -> "StepUnit: " + text + "; the").orElse("StepUnit: the")
              + " seed was "
              + environment.seed();
      addOnce(failure, new FailureReport(describe(heading, executions.isEmpty(), untold)));
    }
  }

  /** Two extensions tell the same of one test. */
  private static void addOnce(Throwable failure, FailureReport report) {
    if (Stream.of(failure.getSuppressed())
        .noneMatch(other -> other.toString().equals(report.toString()))) {
      failure.addSuppressed(report);
    }
  }

  /** Adds a text to a failure. */
  static void add(Throwable failure, String text) {
    failure.addSuppressed(new FailureReport(text));
  }

  /** The messages of assertions on an execution end with its timeline. */
  private static boolean isShown(Execution execution, Throwable failure) {
    String timeline = "Timeline of execution " + execution.name();
    return failure.getMessage() != null && failure.getMessage().contains(timeline);
  }

  /** A throwable whose stack trace is this text alone. */
  @Override
  public String toString() {
    return getMessage() == null ? "" : getMessage();
  }

  private static String describe(String seed, boolean none, List<Execution> executions) {
    if (none) {
      return seed + "; no execution was started.";
    }
    if (executions.isEmpty()) {
      return seed + ".";
    }
    int left = Math.max(0, executions.size() - EXECUTIONS);
    String omitted = left == 0 ? "" : "\n(%s earlier executions left out)".formatted(left);
    return executions.stream()
        .skip(left)
        .map(FailureReport::describe)
        .collect(Collectors.joining("\n", seed + omitted + "\n", ""));
  }

  private static String describe(Execution execution) {
    List<HistoryEvent> events = execution.events();
    List<String> lines =
        events.isEmpty()
            ? List.of()
            : execution.timeline().around(events.get(events.size() - 1).id(), LINES).lines();
    return lines.stream()
        .map(FailureReport::shortened)
        .collect(
            Collectors.joining(
                "\n  ",
                "Execution %s of %s: %s\n  "
                    .formatted(
                        execution.name(),
                        Printable.line(execution.definition().location().file()),
                        execution.status()),
                execution.reportLink().map(link -> "\n  report: " + link).orElse("")));
  }

  private static String shortened(String line) {
    return line.length() <= COLUMNS ? line : line.substring(0, COLUMNS - 1) + "…";
  }
}
