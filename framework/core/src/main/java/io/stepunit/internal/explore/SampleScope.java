package io.stepunit.internal.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.expression.Scope;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A scope in which every document is one sample. */
record SampleScope(ObjectNode input) implements Scope {
  @Override
  public JsonNode context() {
    ObjectNode context = Json.NODES.objectNode();
    context.putObject("Execution").set("Input", input);
    return context;
  }

  @Override
  public @Nullable JsonNode variable(String name) {
    return input.get(name);
  }

  @Override
  public JsonNode result() {
    return input;
  }

  @Override
  public RandomGenerator random() {
    return new Random(0);
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }
}
