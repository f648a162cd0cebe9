package io.stepunit.model;

import java.util.List;
import java.util.Optional;

/**
 * One entry of {@code Catch}.
 *
 * @param errorEquals the error names, not empty
 * @param next the state that goes on
 * @param resultPath where the error output goes in the state's raw input
 * @param assign {@code Assign}; its {@code $} is the error output
 * @param location where the entry stands
 */
public record Catcher(
    List<String> errorEquals,
    String next,
    ResultPath resultPath,
    Optional<Assign> assign,
    SourceLocation location) {}
