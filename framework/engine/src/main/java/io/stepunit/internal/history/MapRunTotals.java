package io.stepunit.internal.history;

import io.stepunit.history.MapRunCounts;

/** The counts of a Map Run at one moment. */
public record MapRunTotals(
    int pending,
    int running,
    int succeeded,
    int failed,
    int timedOut,
    int aborted,
    int failuresNotRedrivable,
    int pendingRedrive,
    int resultsWritten)
    implements MapRunCounts {
  /** The counts of a Map Run that has ended. */
  public MapRunTotals(
      int pending, int running, int succeeded, int failed, int timedOut, int aborted) {
    this(
        pending,
        running,
        succeeded,
        failed,
        timedOut,
        aborted,
        0,
        0,
        pending + running + succeeded + failed + timedOut + aborted);
  }
}
