package io.stepunit.internal.engine.state;

import com.fasterxml.jackson.databind.JsonNode;

/** The outcome of a state's effect. */
public sealed interface Outcome {
  /** A Task's result, or the results of a Parallel or Map as an array. */
  record Result(JsonNode value) implements Outcome {}

  /** A Wait is over. */
  record Woken() implements Outcome {}
}
