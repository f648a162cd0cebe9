package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The workflow variables that a scope of states can read. Immutable.
 *
 * <p>Many variables are kept in few layers, each at least twice as large as the one above it, so
 * that a state that assigns one of a thousand does not copy the others.
 */
public final class WorkflowVariables {
  /** No variable at all. */
  public static final WorkflowVariables NONE = new WorkflowVariables(Map.of(), null, 0);

  /** So few are always in one layer. */
  private static final int FEW = 16;

  private final Map<String, Variable> layer;
  private final @Nullable WorkflowVariables below;
  private final long bytes;

  private record Variable(JsonNode value, int bytes) {
    static Variable of(JsonNode value) {
      return new Variable(value, Json.size(value));
    }
  }

  private WorkflowVariables(
      Map<String, Variable> layer, @Nullable WorkflowVariables below, long bytes) {
    this.layer = layer;
    this.below = below;
    this.bytes = bytes;
  }

  /** The value of a variable, or null if it is not assigned. */
  public @Nullable JsonNode get(String name) {
    Variable variable = find(name);
    return variable == null ? null : variable.value();
  }

  private @Nullable Variable find(String name) {
    for (WorkflowVariables at = this; at != null; at = at.below) {
      Variable variable = at.layer.get(name);
      if (variable != null) {
        return variable;
      }
    }
    return null;
  }

  /** How many bytes the JSON text of all values has. */
  public long bytes() {
    return bytes;
  }

  /** These variables with others assigned on top. */
  public WorkflowVariables with(Map<String, JsonNode> assigned) {
    if (assigned.isEmpty()) {
      return this;
    }
    long all = bytes;
    Map<String, Variable> top = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : assigned.entrySet()) {
      Variable former = find(each.getKey());
      Variable present = Variable.of(each.getValue());
      all += present.bytes() - (former == null ? 0 : former.bytes());
      top.put(each.getKey(), present);
    }
    WorkflowVariables rest = this;
    while (rest != null && rest.layer.size() <= Math.max(FEW, 2 * top.size())) {
      Map<String, Variable> joined = new HashMap<>(rest.layer);
      joined.putAll(top);
      top = joined;
      rest = rest.below;
    }
    return new WorkflowVariables(top, rest, all);
  }
}
