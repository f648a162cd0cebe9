package io.stepunit.recording;

import java.math.BigDecimal;
import org.apiguardian.api.API;

/**
 * What recorded executions cost on AWS, and what they would cost now, at AWS's published prices.
 *
 * <p>Of a recorded Express execution the duration is known, but not the memory: it is taken to be
 * that of the replay.
 *
 * @param recorded US dollars, as recorded
 * @param replayed US dollars, as replayed
 * @see io.stepunit.cost.Cost
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public record ReplayCost(BigDecimal recorded, BigDecimal replayed) {
  /** The sum of two. */
  public ReplayCost plus(ReplayCost other) {
    return new ReplayCost(recorded.add(other.recorded), replayed.add(other.replayed));
  }

  /** Both amounts in US dollars. */
  @Override
  public String toString() {
    return recorded.toPlainString()
        + " USD before, "
        + (recorded.compareTo(replayed) == 0 ? "the same" : replayed.toPlainString() + " USD")
        + " now";
  }
}
