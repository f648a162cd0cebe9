package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.engine.state.Variables;
import io.stepunit.internal.model.State;

/** Where a line of states was when it was closed: where a redrive goes on. */
sealed interface StopPoint {
  /** The variables at that time. */
  Variables variables();

  /**
   * Checks that a redrive can go on here.
   *
   * @throws IllegalStateException if child executions that it needs were not kept
   */
  default void requireRedrivable() {
    if (this instanceof Within within) {
      within.visit().requireRedrivable();
    }
  }

  /**
   * In a state that had been entered and not left.
   *
   * @param visit the visit, as it was closed
   */
  record Within(Visit visit, Variables variables) implements StopPoint {}

  /** Before a state that was still to be entered. */
  record Before(State state, JsonNode input, Variables variables) implements StopPoint {}
}
