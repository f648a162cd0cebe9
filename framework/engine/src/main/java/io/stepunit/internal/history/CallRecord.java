package io.stepunit.internal.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.Call;
import io.stepunit.history.HistoryEvent;
import java.util.Optional;

/** A call, read from the history. */
record CallRecord(
    String state,
    String path,
    int attempt,
    JsonNode input,
    Optional<JsonNode> result,
    Optional<String> error,
    Optional<String> cause,
    HistoryEvent scheduled)
    implements Call {}
