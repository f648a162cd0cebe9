package io.stepunit.internal.engine;

import io.stepunit.internal.engine.state.Variables;
import java.util.Optional;

/**
 * What of a machine an execution runs.
 *
 * @param startAt the state of the machine's own scope to start at
 * @param until the state of that scope that ends the execution when it is left; empty to run to the
 *     machine's end
 * @param variables the workflow variables at the start
 */
public record Part(String startAt, Optional<String> until, Variables variables) {
  /** All of it. */
  public static Part whole(StateMachine machine) {
    return new Part(machine.definition().graph().startAt(), Optional.empty(), Variables.NONE);
  }
}
