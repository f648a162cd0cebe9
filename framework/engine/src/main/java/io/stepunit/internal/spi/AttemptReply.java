package io.stepunit.internal.spi;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one Task attempt.
 *
 * <p>For {@code .sync} and {@code .waitForTaskToken} the reply tells the end of the job or the
 * callback; {@code submitted} is what the call itself returned before.
 */
public sealed interface AttemptReply {
  /** What the call itself returned before the result, for {@code .sync} and callbacks. */
  Optional<JsonNode> submitted();

  /** Hands the reply to one who takes each kind in a way of its own. */
  void handTo(Receiver receiver);

  /** Takes a reply. */
  interface Receiver {
    void succeeds(Succeeds reply);

    void fails(Fails reply);

    void silence(Silence reply);

    void runs(Runs reply);

    void polled(Polled reply);

    void queued(Queued reply);

    void faulted(Faulted reply);
  }

  /**
   * The task succeeds.
   *
   * @param result the task's result
   * @param after the virtual time from its start, not negative
   * @param heartbeats when heartbeats come, from its start, in order
   */
  record Succeeds(
      JsonNode result, Duration after, List<Duration> heartbeats, Optional<JsonNode> submitted)
      implements AttemptReply {
    /**
     * @throws IllegalArgumentException if a time is negative
     */
    public Succeeds {
      heartbeats = ReplyTimes.checked(heartbeats, after);
    }

    @Override
    public void handTo(Receiver receiver) {
      receiver.succeeds(this);
    }
  }

  /**
   * The task fails.
   *
   * @param error the error name; null where AWS's failure has none
   * @param cause the cause; null where AWS's failure has none
   * @param failure the step that failed
   */
  record Fails(
      @Nullable String error,
      @Nullable String cause,
      Duration after,
      List<Duration> heartbeats,
      FailedStep failure,
      Optional<JsonNode> submitted)
      implements AttemptReply {
    /**
     * @throws IllegalArgumentException if a time is negative
     */
    public Fails {
      heartbeats = ReplyTimes.checked(heartbeats, after);
    }

    /** The same failure at another step. */
    public Fails at(FailedStep step) {
      return new Fails(error, cause, after, heartbeats, step, submitted);
    }

    /** The work itself fails, at once. */
    public static Fails of(@Nullable String error, @Nullable String cause) {
      return new Fails(error, cause, Duration.ZERO, List.of(), FailedStep.RUN, Optional.empty());
    }

    @Override
    public void handTo(Receiver receiver) {
      receiver.fails(this);
    }
  }

  /**
   * Nothing comes: the task runs into its timeout, or waits for a token sent by the test.
   *
   * @param forGood whether it is settled that nobody sends the token
   */
  record Silence(List<Duration> heartbeats, Optional<JsonNode> submitted, boolean forGood)
      implements AttemptReply {
    /**
     * @throws IllegalArgumentException if a time is negative
     */
    public Silence {
      heartbeats = ReplyTimes.checked(heartbeats, Duration.ZERO);
    }

    /** Waits for what may come from outside. */
    public Silence(List<Duration> heartbeats, Optional<JsonNode> submitted) {
      this(heartbeats, submitted, false);
    }

    @Override
    public void handTo(Receiver receiver) {
      receiver.silence(this);
    }
  }

  /**
   * The task of an activity, taken by a worker that tells its name.
   *
   * @param workerName the name that the worker gives to GetActivityTask
   * @param reply the worker's reply
   */
  record Polled(String workerName, AttemptReply reply) implements AttemptReply {
    @Override
    public Optional<JsonNode> submitted() {
      return reply.submitted();
    }

    @Override
    public void handTo(Receiver receiver) {
      receiver.polled(this);
    }
  }

  /**
   * A reply that faults were injected into, so that timelines can say so. Stands outside of a
   * {@link Polled}.
   *
   * @param faults what was done to it, a line each, for people
   * @param reply what came of it
   */
  record Faulted(List<String> faults, AttemptReply reply) implements AttemptReply {
    /** Keeps a copy of the lines. */
    public Faulted {
      faults = List.copyOf(faults);
    }

    @Override
    public Optional<JsonNode> submitted() {
      return reply.submitted();
    }

    @Override
    public void handTo(Receiver receiver) {
      receiver.faulted(this);
    }
  }

  /**
   * The task waits for a job that runs in the same simulation.
   *
   * @param job what is waited for
   */
  record Runs(Job job, Optional<JsonNode> submitted) implements AttemptReply {
    @Override
    public void handTo(Receiver receiver) {
      receiver.runs(this);
    }
  }

  /**
   * The task of an activity waits in a queue until a worker takes it. Its timeouts begin then.
   *
   * @param queue takes the task in
   */
  record Queued(Consumer<QueuedTask> queue) implements AttemptReply {
    @Override
    public Optional<JsonNode> submitted() {
      return Optional.empty();
    }

    @Override
    public void handTo(Receiver receiver) {
      receiver.queued(this);
    }
  }

  /** The step at which a task fails; decides the event that shows it. */
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

  /** Succeeds at once. */
  static AttemptReply succeeds(JsonNode result) {
    return new Succeeds(result, Duration.ZERO, List.of(), Optional.empty());
  }

  /** Fails at once. */
  static AttemptReply fails(@Nullable String error, @Nullable String cause) {
    return Fails.of(error, cause);
  }

  /** Waits for what may come from outside. */
  static AttemptReply silence() {
    return new Silence(List.of(), Optional.empty());
  }

  /** Never answers, and nobody does. */
  static AttemptReply silenceForGood() {
    return new Silence(List.of(), Optional.empty(), true);
  }
}
