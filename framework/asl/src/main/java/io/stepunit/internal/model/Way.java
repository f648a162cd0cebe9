package io.stepunit.internal.model;

/**
 * A transition with the state that it leads away from.
 *
 * @param from the state that can take the transition
 */
public record Way(State from, StateTarget target) {}
