package io.stepunit.internal.assertj;

import io.stepunit.recording.ReplayReport;
import java.math.BigDecimal;
import org.assertj.core.error.BasicErrorMessageFactory;

/**
 * Recorded executions go another way, or cost more.
 *
 * @since 0.1.0
 */
public final class ShouldReplay extends BasicErrorMessageFactory {
  private ShouldReplay(String expected, ReplayReport report) {
    super("%n%s", unquotedString("Expecting " + expected + "\n" + report));
  }

  /** Another path or end. */
  public static ShouldReplay shouldGoTheSameWay(ReplayReport report) {
    return new ShouldReplay("all recorded executions to go the same way, but:", report);
  }

  /** Other data. */
  public static ShouldReplay shouldBeAsRecorded(ReplayReport report) {
    return new ShouldReplay("all executions to be as recorded, but:", report);
  }

  /** The price is higher, or not known. */
  public static ShouldReplay shouldCostPerThousandAtMost(ReplayReport report, BigDecimal most) {
    String usd = most.toPlainString() + " USD";
    return new ShouldReplay(
        "1,000 executions to cost at most "
            + usd
            + (report.costPerThousand().isPresent()
                ? ", but:"
                : ", but the cost of none is known:"),
        report);
  }
}
