package io.stepunit.internal.engine;

import io.stepunit.history.ChildRetention;
import io.stepunit.internal.budget.WorkBudgets;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.model.Partition;
import io.stepunit.internal.text.Arn;

/**
 * The settings of an engine.
 *
 * @param region the region in ARNs and events
 * @param accountId the account in ARNs
 * @param seed what all randomness derives from
 * @param limits the service's limits
 * @param childRetention which child executions of Map Runs are kept
 * @param budgets how much work executions may do
 */
public record EngineSettings(
    String region,
    String accountId,
    long seed,
    EngineLimits limits,
    ChildRetention childRetention,
    WorkBudgets budgets) {
  /**
   * The ARN of a thing in the region and account.
   *
   * @param service {@code states}
   * @param resource {@code stateMachine:order}
   */
  public Arn arn(String service, String resource) {
    return Arn.of(Partition.of(region), service, region, accountId, resource);
  }

  /** The ARN of a role, which is in no region. */
  public Arn role(String name) {
    return Arn.of(Partition.of(region), "iam", "", accountId, "role/" + name);
  }
}
