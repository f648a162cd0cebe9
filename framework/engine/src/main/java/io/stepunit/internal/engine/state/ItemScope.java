package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.budget.WorkBudgets;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What an ItemSelector sees: the Map's input, and the item in the context object. */
record ItemScope(Frame frame, JsonNode input, MapItem item) implements Scope {
  @Override
  public JsonNode context() {
    ObjectNode context = Json.NODES.objectNode();
    frame
        .context()
        .fields()
        .forEachRemaining(field -> context.set(field.getKey(), field.getValue()));
    context.set("Map", item.toContext());
    return context;
  }

  @Override
  public @Nullable JsonNode variable(String name) {
    return frame.variable(name);
  }

  @Override
  public RandomGenerator random() {
    return frame.random();
  }

  @Override
  public Instant now() {
    return frame.now();
  }

  @Override
  public WorkBudgets budgets() {
    return frame.budgets();
  }
}
