package io.stepunit.internal.engine;

import io.stepunit.internal.engine.state.WorkflowVariables;
import io.stepunit.internal.model.State;
import java.util.Optional;

/**
 * The part of a machine that an execution runs.
 *
 * @param startAt the state of the machine's own scope to start at
 * @param until the state of that scope that ends the execution when it is left; empty to run to the
 *     machine's end
 * @param variables the workflow variables at the start
 */
public record Part(String startAt, Optional<String> until, WorkflowVariables variables) {
  /** All of it. */
  public static Part whole(SimulatedMachine machine) {
    return new Part(
        machine.definition().graph().startAt(), Optional.empty(), WorkflowVariables.NONE);
  }

  /** Whether the part ends when this state is left. */
  boolean isUntil(State state) {
    return until.isPresent() && until.get().equals(state.name());
  }
}
