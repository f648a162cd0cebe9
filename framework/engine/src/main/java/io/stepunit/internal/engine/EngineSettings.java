package io.stepunit.internal.engine;

import io.stepunit.history.ChildRetention;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.model.Partition;

/**
 * What an engine is told once.
 *
 * @param region the region in ARNs and events
 * @param accountId the account in ARNs
 * @param seed what all randomness derives from
 * @param limits the service's limits
 * @param childRetention which child executions of Map Runs are kept
 */
public record EngineSettings(
    String region,
    String accountId,
    long seed,
    EngineLimits limits,
    ChildRetention childRetention) {
  /** What ARNs of a service in the region begin with: {@code arn:aws:states}. */
  public String arn(String service) {
    return "arn:" + Partition.of(region) + ":" + service;
  }
}
