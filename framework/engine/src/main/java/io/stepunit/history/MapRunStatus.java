package io.stepunit.history;

/**
 * The status of a Map Run.
 *
 * @since 0.1.0
 */
public enum MapRunStatus {
  RUNNING,
  SUCCEEDED,
  FAILED,
  ABORTED
}
