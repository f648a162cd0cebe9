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
 * @param target the transition that it is to take from there; empty to go inside of the state
 * @param state the state that it comes to
 * @param reached whether an execution has gone there
 */
public record Goal(
    State from, Optional<StateTarget> target, String state, Predicate<ExecutionRecord> reached) {}
