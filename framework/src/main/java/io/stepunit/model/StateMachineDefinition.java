package io.stepunit.model;

import java.time.Duration;
import java.util.Optional;

/**
 * A loaded state machine: immutable, its expressions compiled, each node knowing where it stands.
 *
 * @param graph the machine's states
 * @param comment the {@code Comment} field
 * @param timeout the machine's {@code TimeoutSeconds}
 * @param location the definition's root
 */
public record StateMachineDefinition(
    StateGraph graph, Optional<String> comment, Optional<Duration> timeout, SourceLocation location) {}
