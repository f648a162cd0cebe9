package io.stepunit.internal.model;

import io.stepunit.asl.SourceLocation;
import java.util.Optional;

/**
 * The fields of all states.
 *
 * @param name the state's name
 * @param location where the state is defined
 * @param comment the {@code Comment} field
 * @param language the language of its expressions: its own, or the machine's
 */
public record StateInfo(
    String name, SourceLocation location, Optional<String> comment, QueryLanguage language) {}
