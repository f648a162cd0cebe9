package io.stepunit.internal.engine.state;

import io.stepunit.internal.model.State;

/**
 * What a state type does, as two functions without side effects.
 *
 * @param <S> the state's type
 */
interface Behaviour<S extends State> {
  /** Evaluates the fields of the entry and says what to do. */
  Effect enter(S state, Frame frame);

  /** Evaluates the fields of the exit with what came of the effect. */
  Effect resume(S state, Frame frame, Outcome outcome);
}
