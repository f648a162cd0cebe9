package io.stepunit.internal.history;

import io.stepunit.history.EventDetails.EvaluationFailed;
import io.stepunit.history.EventType;

/**
 * Counts the attempts of one visit, as {@link Attempts} does, event by event.
 *
 * @since 0.1.0
 */
public final class AttemptCounter {
  private int number;
  private boolean failed = true;

  /** Whether an event ends an attempt by failure. */
  public static boolean fails(EventType type) {
    return Attempts.fails(type);
  }

  /** The attempt that an event of the visit begins or ends, 0 for other events. */
  public int count(EventRecord event) {
    if (Attempts.begins(event.type())) {
      number++;
      failed = false;
      return number;
    }
    if (event.details() instanceof EvaluationFailed evaluation) {
      if (Attempts.isOfCatcher(evaluation)) {
        return 0;
      }
      number += failed ? 1 : 0;
      failed = true;
      return number;
    }
    if (fails(event.type())) {
      failed = true;
      return number;
    }
    return 0;
  }

  /** How many attempts there have been so far. */
  public int attempts() {
    return number;
  }
}
