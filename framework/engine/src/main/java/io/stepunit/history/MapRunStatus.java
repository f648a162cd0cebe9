package io.stepunit.history;

/** The status of a {@link MapRun}. */
public enum MapRunStatus {
  RUNNING,
  SUCCEEDED,
  FAILED,
  ABORTED
}
