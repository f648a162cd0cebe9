package io.stepunit.asl;

/**
 * The type of a state machine, Standard or Express, which decides its limits and how AWS records
 * its executions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">Choosing
 *     workflow type</a>
 * @since 0.1.0
 */
public enum WorkflowType {
  /** Up to a year, exactly once, with a history. */
  STANDARD,
  /** Up to five minutes, at least once, with logs in place of a history. */
  EXPRESS
}
