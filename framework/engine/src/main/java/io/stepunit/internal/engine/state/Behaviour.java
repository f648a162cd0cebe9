package io.stepunit.internal.engine.state;

import io.stepunit.internal.model.State;

/**
 * What a type of state does: two functions that record nothing, schedule nothing and change
 * nothing.
 *
 * @param <S> the state's type
 */
interface Behaviour<S extends State> {
  /** Evaluates the fields of the entry and says what to do. */
  Effect enter(S state, Frame frame);

  /** Evaluates the fields of the exit with what came of the effect. */
  Effect resume(S state, Frame frame, Outcome outcome);
}
