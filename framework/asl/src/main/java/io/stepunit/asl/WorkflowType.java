package io.stepunit.asl;

/**
 * The type of a state machine, which decides how its executions run: their time limit, what their
 * Tasks may wait for, and how AWS records them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">Choosing
 *     workflow type</a>
 */
public enum WorkflowType {
  /** Up to a year, exactly once, with a history. */
  STANDARD,
  /** Up to five minutes, at least once, with logs in place of a history. */
  EXPRESS
}
