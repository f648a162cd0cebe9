package io.stepunit.internal.report.export;

import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.coverage.Words;
import java.util.List;

/** What the console says of a test run. */
public final class ConsoleLines {
  private ConsoleLines() {}

  /**
   * A line for each definition: {@code StepUnit: order-saga 31/33 states, 44/47 transitions (2
   * holes), report: target/stepunit/index.html}.
   *
   * @param report where the report is, as people find it
   */
  public static List<String> of(List<DefinitionCoverage> coverage, String report) {
    return coverage.stream().map(covered -> line(covered) + ", report: " + report).toList();
  }

  private static String line(DefinitionCoverage covered) {
    int holes = covered.holes().size();
    return "StepUnit: %s %s states, %s transitions (%s)"
        .formatted(
            covered.title(),
            covered.total(PointKind.STATE),
            covered.total(PointKind.TRANSITION),
            holes == 0 ? "no holes" : Words.count(holes, "hole"));
  }
}
