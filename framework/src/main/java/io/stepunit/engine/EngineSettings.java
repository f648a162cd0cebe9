package io.stepunit.engine;

/**
 * What an engine is told once.
 *
 * @param region the region in ARNs and events
 * @param accountId the account in ARNs
 * @param seed what all randomness derives from
 * @param limits the service's limits
 */
public record EngineSettings(String region, String accountId, long seed, Limits limits) {}
