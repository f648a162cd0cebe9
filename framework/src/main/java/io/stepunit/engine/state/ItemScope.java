package io.stepunit.engine.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.expression.Scope;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What an ItemSelector sees: the Map's input, and the item in the context object. */
record ItemScope(Frame frame, JsonNode input, Effect.MapItem item) implements Scope {
  @Override
  public JsonNode context() {
    return MapBehaviour.withItem(frame.context(), item);
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
}
