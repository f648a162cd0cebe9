package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.engine.state.WorkflowVariables;
import io.stepunit.internal.model.State;

/** Where a branch stopped, from which a redrive resumes. */
sealed interface StopPoint {
  /** The variables at that time. */
  WorkflowVariables variables();

  /** Goes on in a branch that takes the place of the one that was closed. */
  void resume(Branch branch);

  /**
   * Checks that a redrive can go on here.
   *
   * @throws IllegalStateException if child executions that it needs were not kept
   */
  void requireRedrivable();

  /**
   * In a state that had been entered and not left.
   *
   * @param visit the visit, as it was closed
   */
  record Within(Visit visit, WorkflowVariables variables) implements StopPoint {
    @Override
    public void resume(Branch branch) {
      branch.redrive(visit);
    }

    @Override
    public void requireRedrivable() {
      visit.requireRedrivable();
    }
  }

  /**
   * Before a state that was still to be entered.
   *
   * @param lastEventId the event that its entry points back to
   */
  record Before(State state, JsonNode input, WorkflowVariables variables, long lastEventId)
      implements StopPoint {
    @Override
    public void resume(Branch branch) {
      branch.continueFrom(lastEventId);
      branch.enter(state, input);
    }

    @Override
    public void requireRedrivable() {}
  }
}
