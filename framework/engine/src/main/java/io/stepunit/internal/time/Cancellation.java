package io.stepunit.internal.time;

/** A scheduled action that can be called off. */
public interface Cancellation {
  /** Calls the action off; without effect once it has run. */
  void cancel();
}
