package io.stepunit.history;

/**
 * The status of an execution, as {@code DescribeExecution} names it.
 *
 * @since 0.1.0
 */
public enum ExecutionStatus {
  RUNNING,
  SUCCEEDED,
  FAILED,
  TIMED_OUT,
  ABORTED
}
