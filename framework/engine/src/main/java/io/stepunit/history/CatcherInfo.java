package io.stepunit.history;

import io.stepunit.asl.SourceLocation;
import java.util.List;

/**
 * One Catcher of a state: an entry of its {@code Catch}.
 *
 * @param index its place in {@code Catch}, 0-based
 * @param errorEquals the error names that it handles
 * @param next the state that it leads to
 * @param location where the entry stands in the definition
 * @since 0.1.0
 */
public record CatcherInfo(
    int index, List<String> errorEquals, String next, SourceLocation location) {}
