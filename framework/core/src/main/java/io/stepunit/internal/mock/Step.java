package io.stepunit.internal.mock;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptReply.Fails;
import io.stepunit.internal.spi.AttemptReply.Silence;
import io.stepunit.internal.spi.AttemptReply.Succeeds;
import io.stepunit.internal.spi.AttemptRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BinaryOperator;

/**
 * One answer of a {@link Script}.
 *
 * @param source what is answered
 * @param times for how many calls, if the test set it
 * @param delay the virtual time it takes, if the test set it
 * @param heartbeats the heartbeats before it, if the test set them
 * @param submitted what the call itself returns first, if the test set it
 */
record Step(
    Source source,
    OptionalInt times,
    Optional<Delay> delay,
    Optional<Heartbeats> heartbeats,
    Optional<JsonNode> submitted) {

  /** What is answered, before the step's own timing is put on it. */
  sealed interface Source {
    /** The same answer to each call. */
    record Fixed(AttemptReply reply) implements Source {}

    /**
     * Code.
     *
     * @param real whether it is what the Task stands for: a function, a client, a server
     */
    record Computed(UserAnswer answer, boolean real) implements Source {}
  }

  /** Users' code, which turns a call into a reply. */
  @FunctionalInterface
  interface UserAnswer {
    AttemptReply reply(AttemptRequest request, AnswerRun run);
  }

  static Step of(Source source) {
    return new Step(
        source, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether the answer is known to be silence. */
  boolean isSilent() {
    return source instanceof Source.Fixed fixed && fixed.reply() instanceof Silence;
  }

  /** Whether what the Task stands for answers, so that nothing is assumed of it. */
  boolean isReal() {
    return source instanceof Source.Computed computed && computed.real();
  }

  Step withSource(Source other) {
    return new Step(other, times, delay, heartbeats, submitted);
  }

  Step withTimes(int number) {
    return new Step(source, OptionalInt.of(number), delay, heartbeats, submitted);
  }

  Step withDelay(Delay range) {
    return new Step(source, times, Optional.of(range), heartbeats, submitted);
  }

  /** The step for one call: with a time drawn from its range. */
  Step drawn(BinaryOperator<Duration> between) {
    return delay
        .map(range -> between.apply(range.shortest(), range.longest()))
        .map(time -> withDelay(Delay.exactly(time)))
        .orElse(this);
  }

  private Duration timeOr(Duration own) {
    return delay.map(Delay::shortest).orElse(own);
  }

  Step withHeartbeats(Heartbeats beats) {
    return new Step(source, times, delay, Optional.of(beats), submitted);
  }

  Step withSubmitted(JsonNode json) {
    return new Step(source, times, delay, heartbeats, Optional.of(json));
  }

  /** How many heartbeats the step puts before a reply. */
  long heartbeatsBefore(AttemptReply reply) {
    if (heartbeats.isEmpty()) {
      return 0;
    }
    Heartbeats beats = heartbeats.get();
    if (reply instanceof Succeeds succeeds) {
      return beats.countBefore(timeOr(succeeds.after()));
    }
    if (reply instanceof Fails fails) {
      return beats.countBefore(timeOr(fails.after()));
    }
    return beats.times().orElse(0);
  }

  /** Puts the timing and what was submitted on a reply. */
  AttemptReply shape(AttemptReply reply) {
    if (delay.isEmpty() && heartbeats.isEmpty() && submitted.isEmpty()) {
      return reply;
    }
    if (reply instanceof Succeeds succeeds) {
      Duration after = timeOr(succeeds.after());
      return new Succeeds(
          succeeds.result(),
          after,
          heartbeats.map(beats -> beats.before(after)).orElse(succeeds.heartbeats()),
          submittedOr(reply));
    }
    if (reply instanceof Fails fails) {
      Duration after = timeOr(fails.after());
      return new Fails(
          fails.error(),
          fails.cause(),
          after,
          heartbeats.map(beats -> beats.before(after)).orElse(fails.heartbeats()),
          fails.failure(),
          submittedOr(reply));
    }
    if (!(reply instanceof Silence silence)) {
      return reply;
    }
    List<Duration> beats = heartbeats.map(Heartbeats::all).orElse(silence.heartbeats());
    return new Silence(beats, submittedOr(reply), silence.forGood());
  }

  private Optional<JsonNode> submittedOr(AttemptReply reply) {
    return submitted.isPresent() ? submitted : reply.submitted();
  }
}
