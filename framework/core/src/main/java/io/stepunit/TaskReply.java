package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.spi.ReplyTimes;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one Task attempt, as a {@link TaskHandler} gives it.
 *
 * <pre>{@code
 * TaskHandler batch = request -> TaskReply.fails("Batch.TooManyRequests", "").at(FailedStep.SUBMIT);
 * }</pre>
 *
 * <p>For {@code .sync} and {@code .waitForTaskToken} the reply is the end of the job or the
 * callback; {@link #submitted} is what the call itself returned before.
 *
 * @since 0.1.0
 */
public sealed interface TaskReply {
  /** What the call itself returned before the result, for {@code .sync} and callbacks. */
  Optional<JsonNode> submitted();

  /**
   * Succeeds at once.
   *
   * @param result the Task's result
   */
  static Succeeds succeeds(JsonNode result) {
    Objects.requireNonNull(result, "result");
    return new Succeeds(result, Duration.ZERO, List.of(), Optional.empty());
  }

  /**
   * Fails at once, at the {@linkplain FailedStep#RUN work itself}.
   *
   * @param error the error name that Retry and Catch compare; null for a failure that has none
   * @param cause the cause text; null for a failure that has none
   */
  static Fails fails(@Nullable String error, @Nullable String cause) {
    return new Fails(
        Optional.ofNullable(error),
        Optional.ofNullable(cause),
        Duration.ZERO,
        List.of(),
        FailedStep.RUN,
        Optional.empty());
  }

  /** Never answers: the Task runs into its timeout, or waits for a token sent by the test. */
  static Silence silence() {
    return new Silence(List.of(), Optional.empty());
  }

  /**
   * The Task succeeds.
   *
   * @param result the Task's result
   * @param after the virtual time from the start of the Task, not negative
   * @param heartbeats when heartbeats come, as virtual times from the start of the Task, in order
   * @param submitted what the call itself returned before
   * @since 0.1.0
   */
  record Succeeds(
      JsonNode result, Duration after, List<Duration> heartbeats, Optional<JsonNode> submitted)
      implements TaskReply {
    /**
     * @throws IllegalArgumentException if a time is negative
     */
    public Succeeds {
      heartbeats = ReplyTimes.checked(heartbeats, after);
    }
  }

  /**
   * The Task fails.
   *
   * @param error the error name that Retry and Catch compare; empty for a failure that has none
   * @param cause the cause text; empty for a failure that has none
   * @param after the virtual time from the start of the Task, not negative
   * @param heartbeats when heartbeats come, as virtual times from the start of the Task, in order
   * @param step the step that fails
   * @param submitted what the call itself returned before
   * @since 0.1.0
   */
  record Fails(
      Optional<String> error,
      Optional<String> cause,
      Duration after,
      List<Duration> heartbeats,
      FailedStep step,
      Optional<JsonNode> submitted)
      implements TaskReply {
    /**
     * @throws IllegalArgumentException if a time is negative
     */
    public Fails {
      heartbeats = ReplyTimes.checked(heartbeats, after);
    }

    /** The same failure at another step. */
    public Fails at(FailedStep other) {
      Objects.requireNonNull(other, "other");
      return new Fails(error, cause, after, heartbeats, other, submitted);
    }
  }

  /**
   * No reply: the Task runs into its timeout, or waits for a token sent by the test.
   *
   * @param heartbeats when heartbeats come, as virtual times from the start of the Task, in order
   * @param submitted what the call itself returned
   * @since 0.1.0
   */
  record Silence(List<Duration> heartbeats, Optional<JsonNode> submitted) implements TaskReply {
    /**
     * @throws IllegalArgumentException if a time is negative
     */
    public Silence {
      heartbeats = ReplyTimes.checked(heartbeats, Duration.ZERO);
    }
  }

  /**
   * The step at which a Task fails. It decides which event the history shows.
   *
   * @since 0.1.0
   */
  enum FailedStep {
    /** The work itself: TaskFailed, LambdaFunctionFailed, ActivityFailed. */
    RUN,
    /**
     * The call itself: the service refused it. The same event as {@link #RUN}, but nothing was
     * submitted before.
     */
    CALL,
    /** The call did not start: TaskStartFailed, LambdaFunctionStartFailed. */
    START,
    /** The job was not accepted: TaskSubmitFailed. */
    SUBMIT,
    /** The call could not be scheduled: LambdaFunctionScheduleFailed, ActivityScheduleFailed. */
    SCHEDULE
  }
}
