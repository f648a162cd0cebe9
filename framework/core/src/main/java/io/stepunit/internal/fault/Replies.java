package io.stepunit.internal.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptReply.FailedStep;
import io.stepunit.internal.spi.AttemptReply.Fails;
import io.stepunit.internal.spi.AttemptReply.Polled;
import io.stepunit.internal.spi.AttemptReply.Queued;
import io.stepunit.internal.spi.AttemptReply.Runs;
import io.stepunit.internal.spi.AttemptReply.Silence;
import io.stepunit.internal.spi.AttemptReply.Succeeds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Replies derived from others. */
final class Replies {
  private Replies() {}

  /** The reply with what is inside of its wrapper changed. */
  static AttemptReply inside(AttemptReply reply, UnaryOperator<AttemptReply> change) {
    return reply instanceof Polled polled
        ? new Polled(polled.workerName(), inside(polled.reply(), change))
        : change.apply(reply);
  }

  /** What is inside of all wrappers. */
  static AttemptReply bare(AttemptReply reply) {
    return reply instanceof Polled polled ? bare(polled.reply()) : reply;
  }

  static AttemptReply fails(
      @Nullable String error, @Nullable String cause, Duration after, FailedStep step) {
    return new Fails(error, cause, after, List.of(), step, Optional.empty());
  }

  /** The failure that comes when the reply would have; nothing is done while a task is queued. */
  static AttemptReply failsInstead(
      AttemptReply reply, @Nullable String error, @Nullable String cause) {
    if (reply instanceof Runs runs) {
      return new Runs(DisturbedJob.failing(runs.job(), error, cause), runs.submitted());
    }
    if (reply instanceof Queued) {
      return reply;
    }
    return new Fails(
        error, cause, after(reply), heartbeats(reply), FailedStep.RUN, reply.submitted());
  }

  static AttemptReply silentInstead(AttemptReply reply) {
    return new Silence(heartbeats(reply), reply.submitted(), true);
  }

  /** The same reply where it has no result. */
  static AttemptReply withResult(AttemptReply reply, UnaryOperator<JsonNode> change) {
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

  static AttemptReply withoutHeartbeats(AttemptReply reply) {
    return with(reply, after(reply), List.of());
  }

  static AttemptReply later(AttemptReply reply, Duration delay) {
    return with(reply, after(reply).plus(delay), heartbeats(reply));
  }

  private static AttemptReply with(AttemptReply reply, Duration after, List<Duration> heartbeats) {
    if (reply instanceof Succeeds succeeds) {
      return new Succeeds(succeeds.result(), after, heartbeats, succeeds.submitted());
    }
    if (reply instanceof Fails fails) {
      return new Fails(
          fails.error(), fails.cause(), after, heartbeats, fails.failure(), fails.submitted());
    }
    return new Silence(
        heartbeats, reply.submitted(), reply instanceof Silence silence && silence.forGood());
  }

  /** Whether something comes, rather than nothing. */
  static boolean isAnswer(AttemptReply reply) {
    return reply instanceof Succeeds || reply instanceof Fails;
  }

  /** Whether it is what the holder of a task token sends at the end. */
  static boolean isCallback(AttemptReply reply) {
    return reply instanceof Succeeds
        || reply instanceof Fails fails && fails.failure() == FailedStep.RUN;
  }

  private static Duration after(AttemptReply reply) {
    if (reply instanceof Succeeds succeeds) {
      return succeeds.after();
    }
    return reply instanceof Fails fails ? fails.after() : Duration.ZERO;
  }

  static List<Duration> heartbeats(AttemptReply reply) {
    if (reply instanceof Succeeds succeeds) {
      return succeeds.heartbeats();
    }
    if (reply instanceof Fails fails) {
      return fails.heartbeats();
    }
    return reply instanceof Silence silence ? silence.heartbeats() : List.of();
  }
}
