package io.stepunit.history;

/** The status of an execution, as {@code DescribeExecution} names it. */
public enum ExecutionStatus {
  RUNNING,
  SUCCEEDED,
  FAILED,
  TIMED_OUT,
  ABORTED
}
