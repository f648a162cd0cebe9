package io.stepunit.internal.report.export;

import io.stepunit.internal.coverage.PointKind;
import io.stepunit.internal.report.coverage.DefinitionCoverage;
import io.stepunit.internal.report.coverage.Total;
import io.stepunit.internal.report.coverage.Words;
import java.util.ArrayList;
import java.util.List;

/** What the console says of a test run. */
public final class ConsoleLines {
  private static final int MOST_LINES = 10;

  private ConsoleLines() {}

  /**
   * A line for each definition: {@code StepUnit: order-saga 31/33 states, 44/47 transitions (2
   * holes), report: target/stepunit/index.html}; of many definitions, one line for those behind the
   * first.
   *
   * @param report where the report is, as people find it
   */
  public static List<String> of(List<DefinitionCoverage> coverage, String report) {
    boolean hasRest = coverage.size() > MOST_LINES;
    List<DefinitionCoverage> first =
        coverage.subList(0, hasRest ? MOST_LINES - 1 : coverage.size());
    List<String> lines = new ArrayList<>();
    first.forEach(covered -> lines.add(line(covered.title(), List.of(covered))));
    if (hasRest) {
      List<DefinitionCoverage> rest = coverage.subList(first.size(), coverage.size());
      lines.add(line(rest.size() + " more definitions", rest));
    }
    return lines.stream().map(line -> line + ", report: " + report).toList();
  }

  private static String line(String title, List<DefinitionCoverage> coverage) {
    int holes = coverage.stream().mapToInt(covered -> covered.holes().size()).sum();
    return "StepUnit: %s %s states, %s transitions (%s)"
        .formatted(
            title,
            total(coverage, PointKind.STATE),
            total(coverage, PointKind.TRANSITION),
            holes == 0 ? "no holes" : Words.count(holes, "hole"));
  }

  private static Total total(List<DefinitionCoverage> coverage, PointKind kind) {
    return coverage.stream().map(covered -> covered.total(kind)).reduce(Total.NONE, Total::plus);
  }
}
