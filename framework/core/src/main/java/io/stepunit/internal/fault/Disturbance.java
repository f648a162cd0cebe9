package io.stepunit.internal.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.fault.FaultKind;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptReply.FailedStep;
import io.stepunit.internal.spi.AttemptRequest;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Applies one fault to one call.
 *
 * @param shown what AWS shows of the fault where the call goes
 */
record Disturbance(FaultSpec spec, CatalogueEntry shown, RandomGenerator random) {
  /**
   * What comes of the call.
   *
   * @param fired whether the fault changed anything
   */
  record Result(AttemptReply reply, boolean fired) {
    /** A reply that a worker is still to send, with the task's token, gets lost as well. */
    boolean losesWhatComesLater(FaultKind kind) {
      return kind == FaultKind.LOSES_REPLY && !fired;
    }
  }

  static Disturbance of(FaultSpec spec, AttemptRequest request, RandomGenerator random) {
    CatalogueEntry shown =
        FaultCatalogue.aws().entry(spec.kind(), request.resource()).of(request.input());
    return new Disturbance(spec, shown, random);
  }

  /**
   * @param call makes the call; not asked where the fault keeps it from being made
   */
  Result of(Supplier<AttemptReply> call) {
    return switch (spec.kind()) {
      case FAILS -> new Result(AttemptReply.fails(spec.error(), spec.cause()), true);
      case THROTTLED, REFUSES_PERMISSION -> new Result(refusal(), true);
      case TIMES_OUT -> new Result(noReply(AttemptReply.silenceForGood()), true);
      case LOSES_REPLY ->
          shown.error().isEmpty()
              ? changed(call.get(), Disturbance::unheard)
              : new Result(noReply(call.get()), true);
      case FAILS_AFTER_EFFECT ->
          changed(call.get(), reply -> Replies.failsInstead(reply, spec.error(), spec.cause()));
      case EXCEEDS_PAYLOAD, CORRUPTS_RESULT -> withDamagedResult(call.get());
      case DROPS_HEARTBEATS ->
          changed(
              call.get(), reply -> Replies.heartbeats(reply).isEmpty() ? reply : silenced(reply));
      case LOSES_CALLBACK -> changed(call.get(), Disturbance::unheard);
      case DELAYS_CALLBACK ->
          changed(
              call.get(),
              reply -> Replies.isCallback(reply) ? Replies.later(reply, spec.duration()) : reply);
      case DUPLICATES_CALLBACK -> {
        AttemptReply reply = call.get();
        yield new Result(reply, Replies.isCallback(Replies.bare(reply)));
      }
      case LATENCY ->
          changed(
              call.get(),
              reply -> Replies.isAnswer(reply) ? Replies.later(reply, spec.duration()) : reply);
    };
  }

  private static AttemptReply unheard(AttemptReply reply) {
    return Replies.isCallback(reply) ? Replies.silentInstead(reply) : reply;
  }

  private static AttemptReply silenced(AttemptReply reply) {
    return Replies.withoutHeartbeats(reply);
  }

  private AttemptReply refusal() {
    return Replies.fails(
        shown.error().orElse(null), shown.cause().orElse(null), Duration.ZERO, FailedStep.CALL);
  }

  /**
   * The service gives up after its own time, unless a deadline of the state comes first; a task
   * that others end by its token waits for that deadline.
   */
  private AttemptReply noReply(AttemptReply unheard) {
    if (shown.error().isEmpty()) {
      return unheard;
    }
    return Replies.fails(
        shown.error().get(),
        shown.cause().orElse(null),
        shown.after().orElse(Duration.ZERO),
        FailedStep.CALL);
  }

  private Result withDamagedResult(AttemptReply reply) {
    UnaryOperator<JsonNode> damage =
        spec.kind() == FaultKind.EXCEEDS_PAYLOAD
            ? DamagedResult::tooLarge
            : result -> DamagedResult.corrupted(result, random);
    return changed(reply, inner -> Replies.withResult(inner, damage));
  }

  private static Result changed(AttemptReply reply, UnaryOperator<AttemptReply> change) {
    AttemptReply before = Replies.bare(reply);
    AttemptReply after = change.apply(before);
    return new Result(Replies.inside(reply, inner -> after), after != before);
  }
}
