package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The workflow variables that a scope of states can read. Immutable. */
public final class WorkflowVariables {
  /** No variable at all. */
  public static final WorkflowVariables NONE = new WorkflowVariables(Map.of());

  private final Map<String, JsonNode> values;

  private WorkflowVariables(Map<String, JsonNode> values) {
    this.values = values;
  }

  /** The value of a variable, or null if it is not assigned. */
  public @Nullable JsonNode get(String name) {
    return values.get(name);
  }

  /** All variables by name. */
  public Map<String, JsonNode> values() {
    return values;
  }

  /** These variables with others assigned on top. */
  public WorkflowVariables with(Map<String, JsonNode> assigned) {
    if (assigned.isEmpty()) {
      return this;
    }
    Map<String, JsonNode> merged = new LinkedHashMap<>(values);
    merged.putAll(assigned);
    return new WorkflowVariables(Collections.unmodifiableMap(merged));
  }
}
