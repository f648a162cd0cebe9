package io.stepunit.internal.engine.limit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.engine.state.WorkflowVariables;
import io.stepunit.internal.json.Json;
import java.util.Map;
import java.util.Optional;

/**
 * The service's limits of what variables may hold. The JSON text of each value counts, its quotes
 * included; names do not.
 */
public final class VariableSizes {
  private VariableSizes() {}

  /**
   * What AWS says of new values that are too large: nothing can catch it.
   *
   * @param state the state's name
   * @param assigned the new values
   * @param all all variables as they would be after the state
   */
  public static Optional<StatesError> exceeded(
      String state, Map<String, JsonNode> assigned, WorkflowVariables all, EngineLimits limits) {
    return assigned.isEmpty()
        ? Optional.empty()
        : ofState(state, assigned, limits.payloadBytes())
            .or(() -> ofExecution(state, all, limits.variablesBytes()))
            .map(cause -> StatesError.fatal(StatesError.DATA_LIMIT, cause));
  }

  private static Optional<String> ofState(String state, Map<String, JsonNode> assigned, int limit) {
    long total = 0;
    for (Map.Entry<String, JsonNode> variable : assigned.entrySet()) {
      int size = Json.size(variable.getValue());
      total += size;
      if (size > limit) {
        return Optional.of(
            "Variable size limit exceeded. Variable '%s' in state '%s' was assigned %s bytes."
                .formatted(variable.getKey(), state, size));
      }
      if (total > limit) {
        return Optional.of(
            "State total variable size limit exceeded. Variable '%s' in state '%s' was assigned %s bytes, which caused the size of variables assigned in the state to exceed its limit by %s bytes."
                .formatted(variable.getKey(), state, size, total - limit));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> ofExecution(String state, WorkflowVariables all, int limit) {
    long total = all.bytes();
    return total <= limit
        ? Optional.empty()
        : Optional.of(
            "Execution total variable size limit exceeded. State '%s' assigned variables that exceed the total execution limit by %s bytes."
                .formatted(state, total - limit));
  }
}
