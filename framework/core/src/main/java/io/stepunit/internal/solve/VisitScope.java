package io.stepunit.internal.solve;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the expressions of a state could see at a visit that is over. */
record VisitScope(JsonNode input, JsonNode context, Map<String, JsonNode> variables, Instant now)
    implements Scope {
  @Override
  public @Nullable JsonNode variable(String name) {
    return variables.get(name);
  }

  @Override
  public RandomGenerator random() {
    return new Random(0);
  }
}
