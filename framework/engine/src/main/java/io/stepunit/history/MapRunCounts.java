package io.stepunit.history;

/**
 * The progress of a Map Run: how many of its items, or of its child executions, are in which state.
 * With an ItemBatcher, an execution is a batch. StepUnit makes it; nobody else implements it.
 *
 * <pre>{@code
 * assertThat(run.mapRuns().get(0).items().failed()).isEqualTo(2);
 * }</pre>
 *
 * @since 0.1.0
 */
public interface MapRunCounts {
  /** Not begun. */
  int pending();

  /** Being worked on. */
  int running();

  /** Ended with success. */
  int succeeded();

  /** Failed. */
  int failed();

  /** Timed out. */
  int timedOut();

  /** Stopped, by the Map Run's failure or the parent's end. */
  int aborted();

  /** How many of those without success a redrive of the Map Run had to leave as they are. */
  int failuresNotRedrivable();

  /**
   * Ended without success and about to be run again; not among {@link #failed}, {@link #timedOut}
   * and {@link #aborted}.
   */
  int pendingRedrive();

  /** All of them. */
  default int total() {
    return pending()
        + running()
        + succeeded()
        + failed()
        + timedOut()
        + aborted()
        + pendingRedrive();
  }

  /**
   * How many have their results written: none while the Map Run runs, all when it has ended, with a
   * ResultWriter or without.
   */
  int resultsWritten();
}
