package io.stepunit.engine;

import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.MapRunCounts;

/** Counts items or child executions of a Map Run. */
final class MapRunTally {
  private int pending;
  private int running;
  private int succeeded;
  private int failed;
  private int timedOut;
  private int aborted;

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
    switch (status) {
      case SUCCEEDED -> succeeded += count;
      case TIMED_OUT -> timedOut += count;
      case ABORTED -> aborted += count;
      default -> failed += count;
    }
  }

  int unsuccessful() {
    return failed + timedOut + aborted;
  }

  int total() {
    return counts().total();
  }

  MapRunCounts counts() {
    return new MapRunCounts(pending, running, succeeded, failed, timedOut, aborted);
  }
}
