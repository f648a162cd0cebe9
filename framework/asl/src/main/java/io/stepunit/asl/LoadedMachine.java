package io.stepunit.asl;

import java.util.Optional;

/**
 * A machine as it was loaded.
 *
 * @param name what to call it: the name that a template gives it, or else its id there, or the name
 *     of a definition's file up to the first dot
 * @param definition the definition
 * @param type the type that the template says; empty where it says none
 */
public record LoadedMachine(
    String name, StateMachineDefinition definition, Optional<WorkflowType> type) {}
