package io.stepunit.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * AWS's published prices of Step Functions, in US dollars and without the free tier.
 *
 * <pre>{@code
 * Prices prices = run.cost().prices();
 * System.out.println(prices.region() + ", written down on " + prices.asOf());
 * }</pre>
 *
 * @param region the region whose prices these are
 * @param asOf the day on which they were written into this version of StepUnit; what AWS asks for
 *     may have changed before and since
 * @param perTransition of a Standard execution
 * @param perRequest of an Express execution
 * @param perGbSecond of Express executions, by how much a month uses
 * @see <a href="https://aws.amazon.com/step-functions/pricing/">AWS Step Functions pricing</a>
 * @since 0.1.0
 */
public record Prices(
    String region,
    LocalDate asOf,
    BigDecimal perTransition,
    BigDecimal perRequest,
    List<Tier> perGbSecond) {

  /** Copies the list. */
  public Prices {
    perGbSecond = List.copyOf(perGbSecond);
  }

  /**
   * A price that holds up to an amount a month.
   *
   * @param upTo in GB-seconds, counted from the month's first; empty for the last tier
   * @param usd for each GB-second
   * @since 0.1.0
   */
  public record Tier(Optional<BigDecimal> upTo, BigDecimal usd) {}

  /** The price of a month's state transitions. */
  public BigDecimal ofTransitions(long transitions) {
    return perTransition.multiply(BigDecimal.valueOf(transitions));
  }

  /**
   * The price of a month's Express executions.
   *
   * @param requests how many executions
   * @param gbSeconds their durations times their memory, both as billed
   */
  public BigDecimal ofExpress(long requests, BigDecimal gbSeconds) {
    BigDecimal usd = perRequest.multiply(BigDecimal.valueOf(requests));
    BigDecimal from = BigDecimal.ZERO;
    for (Tier tier : perGbSecond) {
      BigDecimal to = tier.upTo().map(gbSeconds::min).orElse(gbSeconds);
      usd = usd.add(to.subtract(from).max(BigDecimal.ZERO).multiply(tier.usd()));
      from = from.max(to);
    }
    return usd;
  }

  /** The region, and the day on which they were written down. */
  @Override
  public String toString() {
    return "prices of " + region + ", written down on " + asOf;
  }
}
