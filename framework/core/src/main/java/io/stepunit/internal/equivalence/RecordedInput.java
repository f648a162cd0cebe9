package io.stepunit.internal.equivalence;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.spi.TaskDispatcher;
import java.util.function.Supplier;

/**
 * A case that was recorded.
 *
 * @param answers makes what answers the Tasks as recorded
 */
public record RecordedInput(JsonNode input, Supplier<TaskDispatcher> answers) {}
