package io.stepunit.internal.report;

/**
 * Which test it is.
 *
 * @param uniqueId what the test framework calls it
 * @param key a short form for addresses: the same for the same test of the same module
 */
public record TestId(String uniqueId, String key) {}
