package io.stepunit.internal.engine.maprun;

import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.MapRunCounts;
import io.stepunit.internal.history.MapRunTotals;

/** Counts items or child executions of a Map Run. */
final class MapRunTally {
  private int pending;
  private int running;
  private int succeeded;
  private int failed;
  private int timedOut;
  private int aborted;
  private int pendingRedrive;
  private int notRedrivable;

  void expect(int count) {
    pending += count;
  }

  /** Some that were pending are being worked on. */
  void started(int count) {
    pending -= count;
    running += count;
  }

  /** Some that were being worked on have ended. */
  void ended(ExecutionStatus status, int count) {
    running -= count;
    add(status, count);
  }

  private void add(ExecutionStatus status, int count) {
    switch (status) {
      case SUCCEEDED -> succeeded += count;
      case TIMED_OUT -> timedOut += count;
      case ABORTED -> aborted += count;
      default -> failed += count;
    }
  }

  /** Some that had ended without success wait to be run again. */
  void awaitRedrive(ExecutionStatus former, int count) {
    add(former, -count);
    pendingRedrive += count;
  }

  /** Some of those are being worked on again. */
  void redriven(int count) {
    pendingRedrive -= count;
    running += count;
  }

  /** Some of those are not run again after all. */
  void leftOver(ExecutionStatus former, int count) {
    pendingRedrive -= count;
    add(former, count);
  }

  /** How many of those that ended without success the last redrive could not run again. */
  void notRedrivable(int count) {
    notRedrivable = count;
  }

  int unsuccessful() {
    return failed + timedOut + aborted;
  }

  int total() {
    return pending + running + succeeded + failed + timedOut + aborted + pendingRedrive;
  }

  /**
   * The counts as they stand.
   *
   * @param hasEnded whether the Map Run has: only then results are written, those of what failed
   *     and of what never began too
   */
  MapRunCounts counts(boolean hasEnded) {
    return new MapRunTotals(
        pending,
        running,
        succeeded,
        failed,
        timedOut,
        aborted,
        notRedrivable,
        pendingRedrive,
        hasEnded ? total() : 0);
  }
}
