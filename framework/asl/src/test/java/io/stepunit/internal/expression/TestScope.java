package io.stepunit.internal.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A scope for tests: an input, and what a test adds to it. */
public final class TestScope implements Scope {
  private final JsonNode input;
  private final Map<String, JsonNode> variables = new HashMap<>();
  private final Random random = new Random(42);
  private JsonNode context = Json.parse("{}");
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private TestScope(JsonNode input) {
    this.input = input;
  }

  public static TestScope of(String input) {
    return new TestScope(Json.parse(input));
  }

  /** The input as it is, such as what another expression has returned. */
  public static TestScope of(JsonNode input) {
    return new TestScope(input);
  }

  public TestScope withContext(String json) {
    context = Json.parse(json);
    return this;
  }

  public TestScope withVariable(String name, String json) {
    variables.put(name, Json.parse(json));
    return this;
  }

  public TestScope at(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  @Override
  public JsonNode input() {
    return input;
  }

  @Override
  public JsonNode context() {
    return context;
  }

  @Override
  public @Nullable JsonNode variable(String name) {
    return variables.get(name);
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Instant now() {
    return now;
  }
}
