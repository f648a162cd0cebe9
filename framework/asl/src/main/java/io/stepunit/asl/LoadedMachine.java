package io.stepunit.asl;

import java.util.Optional;

/**
 * A loaded state machine: name, definition and workflow type.
 *
 * @param name what to call it: the name that a template gives it, or else its id there, or the name
 *     of a definition's file up to the first dot
 * @param definition the definition
 * @param type the type that the template says; empty where it says none
 * @since 0.1.0
 */
public record LoadedMachine(
    String name, StateMachineDefinition definition, Optional<WorkflowType> type) {}
