package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.engine.state.StatesError;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an execution has ended.
 *
 * @param at the virtual time
 * @param output what it returned, null unless it succeeded
 * @param error what it ended with, null unless it failed or was stopped
 */
record ExecutionEnd(
    ExecutionStatus status, Instant at, @Nullable JsonNode output, @Nullable StatesError error) {}
