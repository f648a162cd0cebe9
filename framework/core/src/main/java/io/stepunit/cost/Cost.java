package io.stepunit.cost;

import io.stepunit.BillingDetails;
import io.stepunit.asl.WorkflowType;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an execution costs, so far if it is running: by its own type, and by the other one beside
 * it.
 *
 * <p>The child executions of its Map Runs count. What its Tasks call, such as Lambda functions and
 * executions of other machines, does not.
 *
 * <pre>{@code
 * Cost cost = run.cost();
 * cost.usd();
 * cost.asExpress(1_000_000);
 * }</pre>
 *
 * @param type the execution's type
 * @param transitions what a Standard execution is billed
 * @param billingDetails what an Express execution is billed
 * @param expressChildren the bills of Express child executions of its Map Runs
 * @param childrenNotKept how many child executions are not in here, because the environment did not
 *     keep them; see {@link io.stepunit.history.ChildRetention}
 * @param expressObstacles why the machine cannot be an Express workflow; empty if it can
 * @param prices the prices
 * @since 0.1.0
 */
public record Cost(
    WorkflowType type,
    BilledTransitions transitions,
    BillingDetails billingDetails,
    List<BillingDetails> expressChildren,
    int childrenNotKept,
    List<String> expressObstacles,
    Prices prices) {

  private static final BigDecimal MB_PER_GB = BigDecimal.valueOf(1024);

  /** Copies the lists. */
  public Cost {
    expressChildren = List.copyOf(expressChildren);
    expressObstacles = List.copyOf(expressObstacles);
  }

  /** The state transitions that are billed: none of an Express execution. */
  public int billedTransitions() {
    return type == WorkflowType.STANDARD ? transitions.total() : 0;
  }

  /** The execution's price in US dollars, exact to the last digit. */
  public BigDecimal usd() {
    return usd(1);
  }

  /**
   * The price of a month with so many executions like this one, and no others in the account.
   *
   * @param runs how many, at least one
   */
  public BigDecimal usd(long runs) {
    return type == WorkflowType.STANDARD ? asStandard(runs) : asExpress(runs);
  }

  /**
   * The same month's price if the machine is a Standard workflow.
   *
   * @param runs how many, at least one
   */
  public BigDecimal asStandard(long runs) {
    BigDecimal seconds =
        expressChildren.stream().map(Cost::gbSeconds).reduce(BigDecimal.ZERO, BigDecimal::add);
    return plain(
        prices
            .ofTransitions(transitions.total() * checked(runs))
            .add(prices.ofExpress(expressChildren.size() * runs, times(seconds, runs))));
  }

  /**
   * The same month's price if the machine is an Express workflow; see {@link #expressObstacles} for
   * whether it can be one.
   *
   * @param runs how many, at least one
   */
  public BigDecimal asExpress(long runs) {
    return plain(prices.ofExpress(checked(runs), times(gbSeconds(), runs)));
  }

  /** The billed duration in seconds, times the billed memory in GB, as an Express execution. */
  public BigDecimal gbSeconds() {
    return gbSeconds(billingDetails);
  }

  private static BigDecimal gbSeconds(BillingDetails bill) {
    return BigDecimal.valueOf(bill.billedDuration().toMillis(), 3)
        .multiply(BigDecimal.valueOf(bill.billedMemoryUsedInMb()))
        .divide(MB_PER_GB);
  }

  private static BigDecimal times(BigDecimal amount, long runs) {
    return amount.multiply(BigDecimal.valueOf(runs));
  }

  private static long checked(long runs) {
    if (runs < 1) {
      throw new IllegalArgumentException("runs must be at least 1, but is " + runs);
    }
    return runs;
  }

  private static BigDecimal plain(BigDecimal usd) {
    BigDecimal stripped = usd.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The price with what it is made of. */
  @Override
  public String toString() {
    return usd().toPlainString()
        + " USD"
        + (type == WorkflowType.STANDARD
            ? " for "
                + transitions.total()
                + (transitions.total() == 1 ? " state transition" : " state transitions")
            : " for a request and " + gbSeconds().stripTrailingZeros().toPlainString() + " GB-s")
        + " ("
        + prices
        + ")";
  }
}
