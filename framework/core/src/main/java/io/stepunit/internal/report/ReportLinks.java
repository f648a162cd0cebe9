package io.stepunit.internal.report;

import io.stepunit.internal.history.ExecutionRecord;
import java.util.Optional;

/** Addresses in the report. */
public final class ReportLinks {
  private ReportLinks() {}

  /** That of an execution of the test that this thread runs; empty if it is not recorded. */
  public static Optional<String> to(ExecutionRecord execution) {
    return CurrentTest.recording().flatMap(test -> test.linkTo(execution));
  }
}
