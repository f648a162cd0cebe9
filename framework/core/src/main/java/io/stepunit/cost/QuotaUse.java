package io.stepunit.cost;

import java.util.Locale;
import java.util.Optional;

/**
 * How much of a quota an execution uses.
 *
 * <pre>{@code
 * assertThat(run.quotas()).allMatch(use -> use.share() < 0.5);
 * }</pre>
 *
 * @param quota the quota
 * @param used how much the execution uses
 * @param limit how much AWS allows
 * @param state the path of the state that uses the most, such as {@code Lines[3]/Charge}; empty
 *     where no single state does
 * @param detail what it is of the state, such as its output; or how the execution failed
 * @since 0.1.0
 */
public record QuotaUse(Quota quota, long used, long limit, Optional<String> state, String detail) {

  /** The used part, 1.0 for all of it. */
  public double share() {
    return (double) used / limit;
  }

  /** Whether AWS would not allow it. */
  public boolean isExceeded() {
    return quota.isExceeded(used, limit);
  }

  /** The quota, what is used of it and by which state. */
  @Override
  public String toString() {
    return String.format(
            Locale.ROOT,
            "%s: %,d of %,d%s (%.1f %%)",
            quota.title(),
            used,
            limit,
            quota.unit(),
            share() * 100)
        + place();
  }

  private String place() {
    if (state.isEmpty()) {
      return detail.isEmpty() ? "" : ", " + detail;
    }
    return ", " + (detail.isEmpty() ? "" : detail + " of ") + state.get();
  }
}
