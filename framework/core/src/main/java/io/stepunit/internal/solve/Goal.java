package io.stepunit.internal.solve;

import io.stepunit.internal.history.ExecutionRecord;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateTarget;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where an execution is to go.
 *
 * @param from a state that it reaches
 * @param move what it is to do there
 * @param state the state that it comes to
 * @param reached whether an execution has gone there
 */
public record Goal(State from, Move move, String state, Predicate<ExecutionRecord> reached) {
  /** What an execution is to do in a state. */
  public sealed interface Move {
    /** The transition that is to be taken. */
    default Optional<StateTarget> target() {
      return this instanceof Take take ? Optional.of(take.transition) : Optional.empty();
    }

    /** It takes a transition. */
    record Take(StateTarget transition) implements Move {}

    /** It goes inside, to the first state of a branch or of what is iterated. */
    record Enter() implements Move {}

    /**
     * A rule of a Choice, or an operand in it, holds or does not.
     *
     * @param rule its index
     * @param operand where the operand is in the rule, {@code And/1/Not}; {@code ""} for the rule
     */
    record Test(int rule, String operand, boolean holds) implements Move {}

    /**
     * A Map has so many items.
     *
     * @param items 0 or 1; 2 for any that are more
     */
    record Iterate(int items) implements Move {}
  }

  /** The transition that is to be taken. */
  public Optional<StateTarget> target() {
    return move.target();
  }
}
