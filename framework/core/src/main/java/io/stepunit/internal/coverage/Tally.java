package io.stepunit.internal.coverage;

import java.util.List;

/** Counts one point. */
final class Tally {
  private final String key;
  private final int number;
  private final List<Tally> reached;
  private long count;

  /**
   * @param number its place among those of its definition
   * @param reached gets it when it is reached for the first time
   */
  Tally(String key, int number, List<Tally> reached) {
    this.key = key;
    this.number = number;
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

  int number() {
    return number;
  }

  long count() {
    return count;
  }

  /** Begins anew. */
  void reset() {
    count = 0;
  }
}
