package io.stepunit.internal.model;

import io.stepunit.asl.SourceLocation;
import java.util.List;

/**
 * One entry of {@code Catch}.
 *
 * @param errorEquals the error names, not empty
 * @param next the state that follows
 * @param dataFlow where the error output goes
 * @param location where the entry stands
 */
public record Catcher(
    List<String> errorEquals, String next, DataFlow dataFlow, SourceLocation location) {}
