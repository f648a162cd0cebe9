package io.stepunit.internal.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.JsonTextException;
import io.stepunit.internal.spi.AttemptReply;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How a Task is answered in a recipe. */
public sealed interface Answer {
  /** It succeeds. */
  record Returns(JsonNode result) implements Answer {}

  /**
   * It fails.
   *
   * @param cause a text, or an object where the definition reads JSON in the cause
   */
  record Fails(String error, JsonNode cause) implements Answer {
    private static final JsonNode CAUSE = Json.NODES.textNode("made to fail by this test");

    /** It fails with a cause for people. */
    Fails(String error) {
      this(error, CAUSE);
    }

    /** Objects and arrays as such, so that their fields can be told apart. */
    private static JsonNode cause(String text) {
      try {
        JsonNode json = Json.parseData(text);
        return json.isContainerNode() ? json : Json.NODES.textNode(text);
      } catch (JsonTextException e) {
        return Json.NODES.textNode(text);
      }
    }

    /** The cause as the engine is told it. */
    public String causeText() {
      return cause.isTextual() ? cause.asText() : Json.text(cause);
    }
  }

  /** It never ends, so that its time runs out. */
  record Never() implements Answer {}

  /** The data that it gives to the execution; empty if that is none to speak of. */
  default Optional<JsonNode> data() {
    if (this instanceof Returns returns) {
      return Optional.of(returns.result());
    }
    return this instanceof Fails fails && fails.cause().isContainerNode()
        ? Optional.of(fails.cause())
        : Optional.empty();
  }

  /** The same answer with other data, if it gives any. */
  default Answer with(UnaryOperator<JsonNode> change) {
    if (this instanceof Returns returns) {
      return new Returns(change.apply(returns.result()));
    }
    return this instanceof Fails fails && fails.cause().isContainerNode()
        ? new Fails(fails.error(), change.apply(fails.cause()))
        : this;
  }

  /** What the engine is replied. */
  default AttemptReply reply() {
    if (this instanceof Returns returns) {
      return AttemptReply.succeeds(returns.result());
    }
    return this instanceof Fails fails
        ? AttemptReply.fails(fails.error(), fails.causeText())
        : AttemptReply.silenceForGood();
  }

  /** The answer that a reply is; empty for one that a recipe cannot give. */
  static Optional<Answer> of(AttemptReply reply) {
    if (reply instanceof AttemptReply.Succeeds succeeds) {
      return Optional.of(new Returns(succeeds.result()));
    }
    if (reply instanceof AttemptReply.Fails fails && fails.error() != null) {
      String cause = fails.cause();
      return Optional.of(new Fails(fails.error(), Fails.cause(cause == null ? "" : cause)));
    }
    return reply instanceof AttemptReply.Silence silence && silence.forGood()
        ? Optional.of(new Never())
        : Optional.empty();
  }
}
