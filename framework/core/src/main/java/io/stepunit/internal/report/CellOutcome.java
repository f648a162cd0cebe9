package io.stepunit.internal.report;

/** What came of one combination of a fault matrix. */
public enum CellOutcome {
  /** The test held. */
  HELD,
  /** The test failed. */
  ASSERTION_FAILED,
  /** The test held, but the execution ended by an error that nothing in its definition handles. */
  UNHANDLED,
  /** The test was given up by an assumption. */
  NOT_APPLICABLE
}
