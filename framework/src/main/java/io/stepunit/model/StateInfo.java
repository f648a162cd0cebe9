package io.stepunit.model;

import java.util.Optional;

/**
 * What all states have.
 *
 * @param name the state's name
 * @param location where the state is defined
 * @param comment the {@code Comment} field
 */
public record StateInfo(String name, SourceLocation location, Optional<String> comment) {}
