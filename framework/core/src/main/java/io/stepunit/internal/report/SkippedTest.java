package io.stepunit.internal.report;

/**
 * A test that did not run.
 *
 * @param reason why, as the test framework says it; empty if it does not say
 */
record SkippedTest(TestId id, TestResult result, String reason) {}
