package io.stepunit.internal.solve;

/**
 * A call of a Task.
 *
 * @param state the Task's name
 * @param invocation which of its calls in the whole execution, from 1
 */
public record CallKey(String state, int invocation) {}
