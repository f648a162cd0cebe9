package io.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What an expression can see when it is evaluated. */
public interface Scope {
  /** The value of {@code $}: which document that is depends on the field being evaluated. */
  JsonNode input();

  /** The context object, the value of {@code $$}. */
  JsonNode context();

  /** {@code $states.result}: what the state's work returned; null where there is none. */
  default @Nullable JsonNode result() {
    return null;
  }

  /** {@code $states.errorOutput}: the error that a Catcher handles; null where there is none. */
  default @Nullable JsonNode errorOutput() {
    return null;
  }

  /** The value of a workflow variable, or null if none of this name is assigned. */
  @Nullable JsonNode variable(String name);

  /** The seeded source of all randomness in one environment. */
  RandomGenerator random();

  /** The virtual time. */
  Instant now();

  /** The same scope with another document as {@code $}. */
  default Scope withInput(JsonNode input) {
    return new ScopeWithInput(this, input);
  }
}
