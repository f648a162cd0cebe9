package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.TaskReply;
import io.stepunit.internal.spi.AttemptReply;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Turns the replies of users' handlers into the engine's. */
final class HandlerReplies {
  private HandlerReplies() {}

  /**
   * The engine's form of a reply.
   *
   * @param checked makes sure that a tree of the user's is JSON, and nobody else's
   */
  static AttemptReply internal(TaskReply reply, UnaryOperator<JsonNode> checked) {
    Optional<JsonNode> submitted = reply.submitted().map(checked);
    if (reply instanceof TaskReply.Succeeds succeeds) {
      return new AttemptReply.Succeeds(
          checked.apply(succeeds.result()), succeeds.after(), succeeds.heartbeats(), submitted);
    }
    if (reply instanceof TaskReply.Fails fails) {
      return new AttemptReply.Fails(
          fails.error().orElse(null),
          fails.cause().orElse(null),
          fails.after(),
          fails.heartbeats(),
          internal(fails.step()),
          submitted);
    }
    return new AttemptReply.Silence(((TaskReply.Silence) reply).heartbeats(), submitted);
  }

  /** A reply of our own with other trees for those that it has. */
  static AttemptReply withTrees(AttemptReply reply, UnaryOperator<JsonNode> change) {
    Optional<JsonNode> submitted = reply.submitted().map(change);
    if (reply instanceof AttemptReply.Succeeds succeeds) {
      return new AttemptReply.Succeeds(
          change.apply(succeeds.result()), succeeds.after(), succeeds.heartbeats(), submitted);
    }
    return reply instanceof AttemptReply.Silence silence
        ? new AttemptReply.Silence(silence.heartbeats(), submitted, silence.forGood())
        : reply;
  }

  /** The engine's form of a step. */
  static AttemptReply.FailedStep internal(TaskReply.FailedStep step) {
    return switch (step) {
      case RUN -> AttemptReply.FailedStep.RUN;
      case CALL -> AttemptReply.FailedStep.CALL;
      case START -> AttemptReply.FailedStep.START;
      case SUBMIT -> AttemptReply.FailedStep.SUBMIT;
      case SCHEDULE -> AttemptReply.FailedStep.SCHEDULE;
    };
  }
}
