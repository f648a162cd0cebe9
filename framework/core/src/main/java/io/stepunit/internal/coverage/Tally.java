package io.stepunit.internal.coverage;

import java.util.List;

/** Counts one point. */
final class Tally {
  private final String key;
  private final List<Tally> reached;
  private long count;

  /**
   * @param reached gets it when it is reached for the first time
   */
  Tally(String key, List<Tally> reached) {
    this.key = key;
    this.reached = reached;
  }

  /** The key of the point. */
  String key() {
    return key;
  }

  /** The point was reached once more. */
  void add() {
    if (count++ == 0) {
      reached.add(this);
    }
  }

  long count() {
    return count;
  }

  /** Begins anew. */
  void reset() {
    count = 0;
  }
}
