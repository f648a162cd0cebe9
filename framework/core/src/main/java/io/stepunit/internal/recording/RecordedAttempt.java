package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptReply.FailedStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt of a Task did.
 *
 * @param iterations the Map iterations around the state, outermost first
 * @param end how it ended
 * @param submitted what the call itself returned before the result
 * @param after the time from its start to its end
 * @param heartbeats when its worker was heard of, from its start on
 * @param workerName the worker that took the task of an activity
 */
public record RecordedAttempt(
    List<Integer> iterations,
    End end,
    Optional<JsonNode> submitted,
    Duration after,
    List<Duration> heartbeats,
    Optional<String> workerName) {
  /** How an attempt ended. */
  sealed interface End {
    record Returned(JsonNode result) implements End {}

    record Failed(@Nullable String error, @Nullable String cause, FailedStep step) implements End {}

    /** It ran into its timeout, or nothing ended it. */
    record Never() implements End {}
  }

  RecordedAttempt by(Optional<String> worker) {
    return new RecordedAttempt(iterations, end, submitted, after, heartbeats, worker);
  }

  AttemptReply reply() {
    AttemptReply reply = plainReply();
    return workerName.isPresent() ? new AttemptReply.Polled(workerName.get(), reply) : reply;
  }

  private AttemptReply plainReply() {
    if (end instanceof End.Returned returned) {
      return new AttemptReply.Succeeds(returned.result().deepCopy(), after, heartbeats, submitted);
    }
    if (end instanceof End.Failed failed) {
      return new AttemptReply.Fails(
          failed.error(), failed.cause(), after, heartbeats, step(failed), submitted);
    }
    return new AttemptReply.Silence(heartbeats, submitted);
  }

  /** Where nothing was submitted, it was the call itself that failed. */
  private FailedStep step(End.Failed failed) {
    return failed.step() == FailedStep.RUN && submitted.isEmpty() ? FailedStep.CALL : failed.step();
  }

  /** The step at which a task fails, by the type of the event that shows it. */
  static FailedStep stepOf(String eventType) {
    if (eventType.endsWith("ScheduleFailed")) {
      return FailedStep.SCHEDULE;
    }
    if (eventType.endsWith("StartFailed")) {
      return FailedStep.START;
    }
    return eventType.endsWith("SubmitFailed") ? FailedStep.SUBMIT : FailedStep.RUN;
  }
}
