package io.stepunit.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.spi.TaskReply;
import io.stepunit.internal.spi.TaskReply.FailedStep;
import io.stepunit.internal.spi.TaskReply.Fails;
import io.stepunit.internal.spi.TaskReply.Polled;
import io.stepunit.internal.spi.TaskReply.Queued;
import io.stepunit.internal.spi.TaskReply.Runs;
import io.stepunit.internal.spi.TaskReply.Silence;
import io.stepunit.internal.spi.TaskReply.Succeeds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Replies made from others. */
final class Replies {
  private Replies() {}

  /** The reply with what is inside of its wrapper changed. */
  static TaskReply inside(TaskReply reply, UnaryOperator<TaskReply> change) {
    return reply instanceof Polled polled
        ? new Polled(polled.workerName(), inside(polled.reply(), change))
        : change.apply(reply);
  }

  /** What is inside of all wrappers. */
  static TaskReply bare(TaskReply reply) {
    return reply instanceof Polled polled ? bare(polled.reply()) : reply;
  }

  static TaskReply fails(
      @Nullable String error, @Nullable String cause, Duration after, FailedStep step) {
    return new Fails(error, cause, after, List.of(), step, Optional.empty());
  }

  /** The failure that comes when the reply would have; nothing is done while a task is queued. */
  static TaskReply failsInstead(TaskReply reply, @Nullable String error, @Nullable String cause) {
    if (reply instanceof Runs runs) {
      return new Runs(DisturbedJob.failing(runs.job(), error, cause), runs.submitted());
    }
    if (reply instanceof Queued) {
      return reply;
    }
    return new Fails(
        error, cause, after(reply), heartbeats(reply), FailedStep.RUN, reply.submitted());
  }

  static TaskReply silentInstead(TaskReply reply) {
    return new Silence(heartbeats(reply), reply.submitted());
  }

  /** The same reply where it has no result. */
  static TaskReply withResult(TaskReply reply, UnaryOperator<JsonNode> change) {
    if (reply instanceof Runs runs) {
      return new Runs(DisturbedJob.changing(runs.job(), change), runs.submitted());
    }
    return reply instanceof Succeeds succeeds
        ? new Succeeds(
            change.apply(succeeds.result()),
            succeeds.after(),
            succeeds.heartbeats(),
            succeeds.submitted())
        : reply;
  }

  static TaskReply withoutHeartbeats(TaskReply reply) {
    return with(reply, after(reply), List.of());
  }

  static TaskReply later(TaskReply reply, Duration delay) {
    return with(reply, after(reply).plus(delay), heartbeats(reply));
  }

  private static TaskReply with(TaskReply reply, Duration after, List<Duration> heartbeats) {
    if (reply instanceof Succeeds succeeds) {
      return new Succeeds(succeeds.result(), after, heartbeats, succeeds.submitted());
    }
    if (reply instanceof Fails fails) {
      return new Fails(
          fails.error(), fails.cause(), after, heartbeats, fails.failure(), fails.submitted());
    }
    return new Silence(heartbeats, reply.submitted());
  }

  /** Whether something comes, rather than nothing. */
  static boolean isAnswer(TaskReply reply) {
    return reply instanceof Succeeds || reply instanceof Fails;
  }

  /** Whether it is what the holder of a task token sends at the end. */
  static boolean isCallback(TaskReply reply) {
    return reply instanceof Succeeds
        || reply instanceof Fails fails && fails.failure() == FailedStep.RUN;
  }

  private static Duration after(TaskReply reply) {
    if (reply instanceof Succeeds succeeds) {
      return succeeds.after();
    }
    return reply instanceof Fails fails ? fails.after() : Duration.ZERO;
  }

  static List<Duration> heartbeats(TaskReply reply) {
    if (reply instanceof Succeeds succeeds) {
      return succeeds.heartbeats();
    }
    if (reply instanceof Fails fails) {
      return fails.heartbeats();
    }
    return reply instanceof Silence silence ? silence.heartbeats() : List.of();
  }
}
