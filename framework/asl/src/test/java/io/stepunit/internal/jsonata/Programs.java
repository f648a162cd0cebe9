package io.stepunit.internal.jsonata;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/** What the tests of the language ask again and again. */
final class Programs {
  private Programs() {}

  static JsonNode value(String text, JsonNode context, Map<String, JsonNode> variables) {
    return Program.compile(Parser.parse(text), FunctionTable.NONE)
        .evaluate(context, new Given(variables));
  }

  static JsonNode value(String text) {
    return value(text, Values.UNDEFINED, Map.of());
  }

  record Given(Map<String, JsonNode> variables) implements Surroundings {
    Given() {
      this(Map.of());
    }

    @Override
    public JsonNode variable(String name) {
      return variables.getOrDefault(name, Values.UNDEFINED);
    }

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public RandomGenerator random() {
      return new Random(1);
    }
  }
}
