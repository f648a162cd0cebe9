package io.stepunit.internal.assertj;

import io.stepunit.Execution;
import io.stepunit.cost.QuotaUse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An execution uses more of AWS's quotas.
 *
 * @since 0.1.0
 */
public final class ShouldStayWithinQuotas extends ExecutionMessage {
  private ShouldStayWithinQuotas(
      Execution run, String expectation, String found, List<QuotaUse> uses, List<QuotaUse> all) {
    super(
        Evidence.of(run),
        "Expecting " + Evidence.of(run).subject() + " " + expectation,
        found,
        block(lines(uses)),
        uses.size() < all.size() ? "and of the others" : "",
        block(lines(all.stream().filter(use -> !uses.contains(use)).toList())));
  }

  /** Quotas are exceeded. */
  public static ShouldStayWithinQuotas shouldStayWithinQuotas(
      Execution run, List<QuotaUse> exceeded, List<QuotaUse> all) {
    return new ShouldStayWithinQuotas(
        run, "to stay within AWS's quotas", "but it exceeds", exceeded, all);
  }

  /** Quotas are nearly used up. */
  public static ShouldStayWithinQuotas shouldLeaveHeadroom(
      Execution run, double headroom, List<QuotaUse> narrow, List<QuotaUse> all) {
    String percent = String.format(Locale.ROOT, "%.1f", headroom * 100).replaceFirst("\\.0$", "");
    return new ShouldStayWithinQuotas(
        run, "to leave " + percent + " % of each of AWS's quotas free", "but it uses", narrow, all);
  }

  private static String lines(List<QuotaUse> uses) {
    return uses.stream().map(QuotaUse::toString).collect(Collectors.joining("\n"));
  }
}
