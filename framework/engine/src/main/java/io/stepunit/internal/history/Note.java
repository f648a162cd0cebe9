package io.stepunit.internal.history;

import java.time.Instant;

/**
 * What the timeline of an execution tells beside the events.
 *
 * @param afterEventId the last event before it
 * @param at the virtual time
 * @param path the state's name with the branches and iterations that lead to it
 * @param text the line
 */
public record Note(long afterEventId, Instant at, String path, String text) {}
