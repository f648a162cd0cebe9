package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stepunit.internal.budget.WorkBudgets;
import io.stepunit.internal.expression.Scope;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a behaviour saw, to evaluate paths once more. Nothing can be drawn from it: that would
 * change what the environment draws next.
 *
 * @param contextIfRead null if nothing looked at the context object
 */
record SeenScope(
    JsonNode input,
    @Nullable JsonNode contextIfRead,
    WorkflowVariables variables,
    Instant now,
    WorkBudgets budgets)
    implements Scope {

  @Override
  public JsonNode context() {
    return contextIfRead == null ? MissingNode.getInstance() : contextIfRead;
  }

  @Override
  public @Nullable JsonNode variable(String name) {
    return variables.get(name);
  }

  @Override
  public RandomGenerator random() {
    throw new IllegalStateException("Only paths are evaluated again, and paths draw nothing");
  }
}
