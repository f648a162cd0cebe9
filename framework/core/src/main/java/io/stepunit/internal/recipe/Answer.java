package io.stepunit.internal.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.spi.AttemptReply;
import java.util.Optional;

/** How a Task is answered in a recipe. */
sealed interface Answer {
  /** It succeeds. */
  record Returns(JsonNode result) implements Answer {}

  /** It fails. */
  record Fails(String error) implements Answer {
    /** For those who read the cause. */
    static final String CAUSE = "made to fail by this test";
  }

  /** It never ends, so that its time runs out. */
  record Never() implements Answer {}

  /** What the engine is replied. */
  default AttemptReply reply() {
    if (this instanceof Returns returns) {
      return AttemptReply.succeeds(returns.result());
    }
    return this instanceof Fails fails
        ? AttemptReply.fails(fails.error(), Fails.CAUSE)
        : AttemptReply.silence();
  }

  /** The answer that a reply is; empty for one that a recipe cannot give. */
  static Optional<Answer> of(AttemptReply reply) {
    return reply instanceof AttemptReply.Succeeds succeeds
        ? Optional.of(new Returns(succeeds.result()))
        : Optional.empty();
  }
}
