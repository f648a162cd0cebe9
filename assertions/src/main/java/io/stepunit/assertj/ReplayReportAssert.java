package io.stepunit.assertj;

import io.stepunit.internal.assertj.Amounts;
import io.stepunit.internal.assertj.ShouldReplay;
import io.stepunit.recording.ReplayCost;
import io.stepunit.recording.ReplayReport;
import java.math.BigDecimal;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on what a definition does with executions recorded on AWS.
 *
 * <pre>{@code
 * assertThat(Replays.of(folder).through(order)).goesTheSameWay();
 * }</pre>
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public class ReplayReportAssert extends AbstractStepUnitAssert<ReplayReportAssert, ReplayReport> {
  /** For soft assertions, which create subclasses; tests call {@code assertThat}. */
  protected ReplayReportAssert(@Nullable ReplayReport actual) {
    super(actual, ReplayReportAssert.class);
  }

  /**
   * Verifies that each recorded execution takes the same path and ends in the same way, whatever
   * its data. Fails too if one could not be read or replayed, or if there is none.
   */
  public ReplayReportAssert goesTheSameWay() {
    isNotNull();
    if (!actual.goesTheSameWay()) {
      throwAssertionError(ShouldReplay.shouldGoTheSameWay(actual));
    }
    return this;
  }

  /**
   * Verifies that each recorded execution does the same with the same data. Fails too if one could
   * not be read or replayed, or if there is none.
   */
  public ReplayReportAssert isAsRecorded() {
    isNotNull();
    if (!actual.isAsRecorded()) {
      throwAssertionError(ShouldReplay.shouldBeAsRecorded(actual));
    }
    return this;
  }

  /**
   * Verifies that 1,000 executions like the recorded ones cost at most so much now, at AWS's
   * published prices.
   *
   * @param usd an amount of US dollars as a decimal number
   * @throws IllegalArgumentException if the text is no such number
   */
  public ReplayReportAssert costsPerThousandAtMost(String usd) {
    Objects.requireNonNull(usd, "usd");
    BigDecimal most = Amounts.usd(usd);
    isNotNull();
    if (actual
        .costPerThousand()
        .map(ReplayCost::replayed)
        .filter(cost -> cost.compareTo(most) <= 0)
        .isEmpty()) {
      throwAssertionError(ShouldReplay.shouldCostPerThousandAtMost(actual, most));
    }
    return this;
  }
}
