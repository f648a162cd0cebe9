package io.stepunit.internal.engine;

import java.util.List;

/** The running branches, iterations or Map Run of a visit. */
interface Forked {
  void start();

  /** The state is cut off by a failure elsewhere: so is what it has going. */
  void abort(long failureEventId);

  /** Ends what is going without a trace in the history. */
  void close();

  /** What is left to do of it, in a visit that was redriven. */
  Forked rest(Visit redriven);

  /** Whether nothing is left that a redrive could go on with. */
  boolean isDone();

  /**
   * Checks that all that a redrive needs was kept.
   *
   * @throws IllegalStateException if it was not
   */
  void requireRedrivable();

  /** What it waits for, a line a waiting state. */
  List<String> waitsFor();
}
