package io.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What an expression can see when it is evaluated. */
public interface Scope {
  /** The value of {@code $}: which document that is depends on the field being evaluated. */
  JsonNode input();

  /** The context object, the value of {@code $$}. */
  JsonNode context();

  /** The value of a workflow variable, or null if none of this name is assigned. */
  @Nullable JsonNode variable(String name);

  /** The seeded source of all randomness in one environment. */
  RandomGenerator random();

  /** The same scope with another document as {@code $}. */
  default Scope withInput(JsonNode input) {
    return new ScopeWithInput(this, input);
  }
}
