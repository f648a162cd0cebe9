package io.stepunit.junit;

import io.stepunit.Execution;
import io.stepunit.Fault;
import io.stepunit.asl.StateMachineDefinition;
import io.stepunit.internal.library.Assumption;
import io.stepunit.internal.report.CellOutcome;
import io.stepunit.internal.report.CurrentTest;
import io.stepunit.internal.report.MatrixRecords;
import io.stepunit.internal.sweep.Progress;
import io.stepunit.mock.UnmockedTaskError;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One {@link FaultMatrix}: the combinations of one test as they run. */
final class MatrixRun {
  private final FaultSweep sweep;
  private final String test;
  private final int planned;
  private final Progress progress;
  private final Optional<MatrixRecords> records;
  private final MatrixFailures failures = new MatrixFailures();
  private Optional<String> stop = Optional.empty();
  private int done;

  private MatrixRun(
      FaultSweep sweep,
      String test,
      int planned,
      Progress progress,
      Optional<MatrixRecords> records) {
    this.sweep = sweep;
    this.test = test;
    this.planned = planned;
    this.progress = progress;
    this.records = records;
  }

  /**
   * @param template the context of the test template
   */
  static MatrixRun begin(
      ExtensionContext template, StateMachineDefinition definition, FaultSelection selection) {
    String test = template.getRequiredTestMethod().getName();
    Optional<MatrixRecords> records =
        CurrentTest.recording()
            .map(
                recording ->
                    new MatrixRecords(
                        recording,
                        template.getRequiredTestClass().getName(),
                        template.getDisplayName(),
                        definition,
                        selection.faults()));
    FaultSweep sweep = FaultSweep.of(template, definition);
    MatrixRun run =
        new MatrixRun(
            sweep,
            test,
            selection.size(),
            SweepProgress.of(template, test, selection.size()),
            records);
    sweep.add(run);
    return run;
  }

  /** Why no further combination is worth a try; empty if each is. */
  synchronized Optional<String> stop() {
    return stop;
  }

  /** A failure in the form in which JUnit is to show it. */
  synchronized Throwable failed(Fault fault, Throwable failure, List<Execution> executions) {
    if (Assumption.isViolated(failure) || failures.has(fault)) {
      return failure;
    }
    if (failure instanceof UnmockedTaskError && stop.isEmpty()) {
      stop =
          Optional.of(
              "a mock is missing, and %s showed it: %s"
                  .formatted(
                      fault, String.valueOf(failure.getMessage()).lines().findFirst().orElse("")));
    }
    return failures.add(fault, failure, executions);
  }

  /** A combination has ended. */
  void ended(Fault fault, List<Execution> executions, Optional<Throwable> thrown) {
    boolean givenUp = thrown.filter(Assumption::isViolated).isPresent();
    boolean hasFailed = thrown.isPresent() && !givenUp;
    thrown.ifPresent(failure -> failed(fault, failure, executions));
    boolean unhandled = sweep.add(fault, executions, hasFailed);
    synchronized (this) {
      done++;
      progress.add(fault.toString(), hasFailed);
      if (stop.isPresent()) {
        progress.end();
      }
    }
    CellOutcome outcome =
        givenUp ? CellOutcome.NOT_APPLICABLE : unhandled ? CellOutcome.UNHANDLED : CellOutcome.HELD;
    CurrentTest.recording()
        .ifPresent(
            recording ->
                records.ifPresent(matrix -> matrix.add(recording, fault, outcome, executions)));
  }

  /** Each failure with the combinations that failed so, a line each. */
  synchronized List<String> failures() {
    return failures.lines(test);
  }

  /** What is to be said of combinations that did not run. */
  synchronized Optional<String> unfinished() {
    return stop.map(
        why -> "%s stopped after %s of %s combinations: %s".formatted(test, done, planned, why));
  }
}
