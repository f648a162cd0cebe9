package io.stepunit.internal.time;

/** A scheduled action that can be cancelled. */
public interface Cancellation {
  /** Calls the action off; without effect once it has run. */
  void cancel();
}
