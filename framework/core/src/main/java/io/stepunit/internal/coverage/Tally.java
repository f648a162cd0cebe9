package io.stepunit.internal.coverage;

/** Counts one point. */
final class Tally {
  private final String key;
  private long count;

  Tally(String key) {
    this.key = key;
  }

  /** The key of the point. */
  String key() {
    return key;
  }

  /** The point was reached once more. */
  void add() {
    count++;
  }

  long count() {
    return count;
  }

  /** Begins anew. */
  void reset() {
    count = 0;
  }
}
