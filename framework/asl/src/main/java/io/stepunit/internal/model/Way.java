package io.stepunit.internal.model;

/**
 * A transition with its source state.
 *
 * @param from the state that can take the transition
 */
public record Way(State from, StateTarget target) {}
