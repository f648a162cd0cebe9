package io.stepunit.assertj;

import io.stepunit.Execution;
import io.stepunit.asl.WorkflowType;
import io.stepunit.cost.Cost;
import io.stepunit.cost.QuotaUse;
import io.stepunit.internal.assertj.Amounts;
import io.stepunit.internal.assertj.ShouldCost;
import io.stepunit.internal.assertj.ShouldStayWithinQuotas;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on what an execution costs and how much of AWS's quotas it uses. A part of {@link
 * ExecutionAssert}.
 *
 * @param <SELF> the assertion's own type
 * @param <ACTUAL> always {@link Execution}; AssertJ's soft assertions look for it in this place
 * @since 0.1.0
 */
public abstract class AbstractCostAssert<
        SELF extends AbstractCostAssert<SELF, ACTUAL>, ACTUAL extends Execution>
    extends AbstractApprovalAssert<SELF, ACTUAL> {

  protected AbstractCostAssert(@Nullable ACTUAL actual, Class<?> selfType) {
    super(actual, selfType);
  }

  /**
   * Verifies that AWS bills at most so many state transitions: one for each state that is entered
   * and one for each retry. Fails for an Express execution, which is billed by time and memory; see
   * {@link #costsAtMost}.
   *
   * <pre>{@code
   * assertThat(run).hasBilledTransitionsAtMost(14);
   * }</pre>
   */
  public SELF hasBilledTransitionsAtMost(int expected) {
    isNotNull();
    Cost cost = actual.cost();
    if (actual.type() == WorkflowType.EXPRESS) {
      throwAssertionError(ShouldCost.shouldBeBilledByTransitions(actual, expected));
    }
    if (cost.billedTransitions() > expected) {
      throwAssertionError(ShouldCost.shouldHaveTransitionsAtMost(actual, cost, expected));
    }
    if (cost.childrenNotKept() > 0) {
      throwAssertionError(ShouldCost.shouldKnowAllChildren(actual, cost));
    }
    return myself;
  }

  /**
   * Verifies that the execution costs at most so much, at AWS's published prices: state transitions
   * of a Standard execution, or a request, time and memory of an Express one. What its Tasks call
   * does not count.
   *
   * <pre>{@code
   * assertThat(run).costsAtMost("0.001");
   * }</pre>
   *
   * @param usd an amount of US dollars as a decimal number
   * @throws IllegalArgumentException if the text is no such number
   */
  public SELF costsAtMost(String usd) {
    Objects.requireNonNull(usd, "usd");
    BigDecimal most = Amounts.usd(usd);
    isNotNull();
    Cost cost = actual.cost();
    if (cost.usd().compareTo(most) > 0) {
      throwAssertionError(ShouldCost.shouldCostAtMost(actual, cost, most));
    }
    if (cost.childrenNotKept() > 0) {
      throwAssertionError(ShouldCost.shouldKnowAllChildren(actual, cost));
    }
    return myself;
  }

  /**
   * Verifies that the execution exceeds none of AWS's quotas that one execution can use up: events
   * of the history, bytes of payloads, variables and the definition, execution time, and iterations
   * of an inline Map at once. Of a Map Run's child executions those count that were kept.
   *
   * <pre>{@code
   * assertThat(run).staysWithinQuotas();
   * }</pre>
   */
  public SELF staysWithinQuotas() {
    isNotNull();
    List<QuotaUse> uses = actual.quotas();
    List<QuotaUse> exceeded = uses.stream().filter(QuotaUse::isExceeded).toList();
    if (!exceeded.isEmpty()) {
      throwAssertionError(ShouldStayWithinQuotas.shouldStayWithinQuotas(actual, exceeded, uses));
    }
    return myself;
  }

  /**
   * Verifies that the execution leaves a part of each quota free. The iterations of an inline Map
   * at once need no headroom, as more of them only wait.
   *
   * <pre>{@code
   * assertThat(run).staysWithinQuotas(0.25);
   * }</pre>
   *
   * @param headroom the part that is free, from 0 to less than 1
   * @throws IllegalArgumentException if the part is out of range
   */
  public SELF staysWithinQuotas(double headroom) {
    Amounts.checkHeadroom(headroom);
    staysWithinQuotas();
    List<QuotaUse> uses = actual.quotas();
    List<QuotaUse> narrow =
        uses.stream().filter(use -> use.quota().fails() && use.share() > 1 - headroom).toList();
    if (!narrow.isEmpty()) {
      throwAssertionError(
          ShouldStayWithinQuotas.shouldLeaveHeadroom(actual, headroom, narrow, uses));
    }
    return myself;
  }
}
