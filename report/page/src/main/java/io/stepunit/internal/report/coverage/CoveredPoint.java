package io.stepunit.internal.report.coverage;

import io.stepunit.internal.coverage.CoveragePoint;
import io.stepunit.internal.report.data.LineRange;
import java.util.Optional;

/**
 * A point of a definition, and how often tests reached it.
 *
 * @param lines where it is in the definition's file
 * @param count by all tests
 * @param generatedCount by tests that StepUnit made up, which are among all
 */
public record CoveredPoint(
    CoveragePoint point, Optional<LineRange> lines, long count, long generatedCount) {
  /** Whether a test reached it. */
  public boolean isReached() {
    return count > 0;
  }

  /** Whether no test reached it although one can. */
  public boolean isMissing() {
    return count == 0 && point.isReachable();
  }

  /** Whether it counts: what can never be reached does not, unless it was. */
  boolean counts() {
    return count > 0 || point.isReachable();
  }
}
