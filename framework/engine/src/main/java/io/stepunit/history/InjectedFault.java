package io.stepunit.history;

import java.time.Instant;

/**
 * A fault that a test injected into an execution. AWS's history has no such event, so that it
 * stands beside the history, and as a line of its own in the {@link Timeline}.
 *
 * @param afterEventId the last event before it
 * @param at the virtual time
 * @param state the state whose task it befell
 * @param path the state's name with the branches and iterations that lead to it
 * @param text what was done, as in messages
 * @since 0.1.0
 */
public record InjectedFault(
    long afterEventId, Instant at, String state, String path, String text) {}
