package io.stepunit.internal.engine.task;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.engine.limit.PayloadSize;
import io.stepunit.internal.engine.service.TaskEvents;
import io.stepunit.internal.engine.state.Effect;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.json.SentJson;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptReply.FailedStep;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.Job;
import io.stepunit.internal.spi.TokenCall;
import io.stepunit.internal.spi.TokenDelivery;
import io.stepunit.internal.time.Cancellation;
import io.stepunit.internal.time.Phase;
import io.stepunit.internal.time.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One attempt of a Task: from its scheduling to its result, its failure or its timeout. */
public final class TaskAttempt {
  private final AttemptOwner owner;
  private final Effect.Call call;
  private final TaskEvents events;
  private final TaskTokens tokens;
  private final int payloadLimit;
  private final List<Cancellation> pending = new ArrayList<>(3);

  private @Nullable Cancellation heartbeatDeadline;
  private @Nullable AttemptRequest request;
  private @Nullable Job job;
  private boolean answerComes;
  private boolean silentForGood;
  private boolean open = true;

  /**
   * @param events what the history says of the attempt
   * @param tokens where its token is open while it waits
   * @param payloadLimit how many bytes a result may have
   */
  public TaskAttempt(
      AttemptOwner owner,
      Effect.Call call,
      TaskEvents events,
      TaskTokens tokens,
      int payloadLimit) {
    this.owner = owner;
    this.call = call;
    this.events = events;
    this.tokens = tokens;
    this.payloadLimit = payloadLimit;
  }

  /** The call is scheduled, and starts when what is due before it has happened. */
  public void schedule() {
    owner.record(events.scheduled(call));
    after(Duration.ZERO, Phase.START, this::start);
  }

  private void start() {
    AttemptRequest asked = owner.request(call.input(), events.hasToken());
    request = asked;
    owner.dispatcher().dispatch(asked).handTo(new Start(null));
  }

  /** A worker takes the task out of the queue. */
  void take(@Nullable String worker) {
    tokens.unqueue(this);
    owner.run(() -> AttemptReply.silence().handTo(new Start(worker)));
  }

  /** Starts the attempt, and waits for what the reply says. */
  private final class Start implements AttemptReply.Receiver {
    private final @Nullable String worker;

    /**
     * @param worker who took the task of an activity, null where nobody told a name
     */
    Start(@Nullable String worker) {
      this.worker = worker;
    }

    @Override
    public void succeeds(AttemptReply.Succeeds reply) {
      begin(reply, worker);
      answerComes = true;
      heartbeats(reply.heartbeats());
      JsonNode result = events.keepsText() ? reply.result() : SentJson.withoutText(reply.result());
      after(reply.after(), Phase.RESULT, () -> succeed(result));
    }

    @Override
    public void fails(AttemptReply.Fails reply) {
      if (isBeforeStart(reply.failure())) {
        fail(reply);
        return;
      }
      begin(reply, worker);
      answerComes = true;
      heartbeats(reply.heartbeats());
      after(reply.after(), Phase.RESULT, () -> fail(reply));
    }

    @Override
    public void silence(AttemptReply.Silence reply) {
      silentForGood = reply.forGood();
      begin(reply, worker);
      heartbeats(reply.heartbeats());
    }

    @Override
    public void runs(AttemptReply.Runs reply) {
      begin(reply, worker);
      answerComes = true;
      job = reply.job();
      reply.job().begin(new JobEnd(TaskAttempt.this));
    }

    @Override
    public void polled(AttemptReply.Polled reply) {
      reply.reply().handTo(new Start(reply.workerName()));
    }

    @Override
    public void queued(AttemptReply.Queued reply) {
      tokens.queue(TaskAttempt.this);
      reply.queue().accept(new QueuedAttempt(TaskAttempt.this, request()));
    }

    @Override
    public void faulted(AttemptReply.Faulted reply) {
      owner.noteFaults(reply.faults());
      reply.reply().handTo(this);
    }
  }

  private void begin(AttemptReply reply, @Nullable String worker) {
    owner.record(events.started(worker));
    if (events.hasToken()) {
      tokens.open(this);
    }
    Long deadline = events.deadlineSeconds(call);
    if (deadline != null) {
      after(TimeRange.deadline(deadline), Phase.TASK_DEADLINE, () -> timeOut(false));
    }
    restartHeartbeat();
    if (events.isSubmitted() && !isRefused(reply)) {
      JsonNode accepted = reply.submitted().orElseGet(Json.NODES::objectNode);
      after(Duration.ZERO, Phase.RESULT, () -> owner.record(events.submitted(accepted)));
    }
  }

  private static boolean isBeforeStart(FailedStep step) {
    return step == FailedStep.SCHEDULE || step == FailedStep.START;
  }

  private static boolean isRefused(AttemptReply reply) {
    return reply instanceof AttemptReply.Fails fails
        && (fails.failure() == FailedStep.SUBMIT || fails.failure() == FailedStep.CALL);
  }

  /** The job that the attempt waits for has ended. */
  void jobEnded(Runnable end) {
    if (open && job != null) {
      after(
          Duration.ZERO,
          Phase.RESULT,
          () -> {
            job = null;
            end.run();
          });
    }
  }

  private void heartbeats(List<Duration> times) {
    for (Duration time : times) {
      after(time, Phase.ARRIVAL, this::heartbeatCame);
    }
  }

  private void heartbeatCame() {
    owner.heartbeatCame();
    restartHeartbeat();
  }

  private void restartHeartbeat() {
    if (heartbeatDeadline != null) {
      heartbeatDeadline.cancel();
    }
    if (call.heartbeatSeconds() != null) {
      heartbeatDeadline =
          after(
              TimeRange.deadline(call.heartbeatSeconds()),
              Phase.TASK_DEADLINE,
              () -> timeOut(true));
    }
  }

  void succeed(JsonNode result) {
    job = null;
    close();
    if (!PayloadSize.fits(result, payloadLimit)) {
      StatesError error = PayloadSize.taskResultExceeded(events.taskName());
      owner.record(events.failed(FailedStep.RUN, error.name(), error.cause()));
      owner.failed(error);
      return;
    }
    owner.record(events.succeeded(result));
    owner.succeeded(result);
  }

  void fail(AttemptReply.Fails fails) {
    job = null;
    close();
    owner.record(events.failed(fails.failure(), fails.error(), fails.cause()));
    owner.failed(StatesError.of(fails.error(), fails.cause()));
  }

  private void timeOut(boolean heartbeat) {
    close();
    StatesError error = StatesError.timeout(heartbeat);
    owner.record(events.timedOut(error.name(), error.cause()));
    owner.failed(error);
  }

  /** SendTaskSuccess. */
  public void sendSuccess(JsonNode output) {
    arrival(TokenCall.SUCCESS, () -> succeed(output));
  }

  /** SendTaskFailure. */
  public void sendFailure(@Nullable String error, @Nullable String cause) {
    arrival(TokenCall.FAILURE, () -> fail(AttemptReply.Fails.of(error, cause)));
  }

  /** SendTaskHeartbeat. */
  public void sendHeartbeat() {
    arrival(TokenCall.HEARTBEAT, this::heartbeatCame);
  }

  private void arrival(TokenCall call, Runnable action) {
    TokenDelivery delivery = owner.dispatcher().deliver(request(), call);
    owner.noteFaults(delivery.faults());
    answerComes |= call != TokenCall.HEARTBEAT && !delivery.delays().isEmpty();
    silentForGood |= call != TokenCall.HEARTBEAT && delivery.delays().isEmpty();
    if (call != TokenCall.HEARTBEAT && delivery.delays().contains(Duration.ZERO)) {
      tokens.close(this);
    }
    for (Duration delay : delivery.delays()) {
      after(delay, Phase.ARRIVAL, action);
    }
  }

  /** Calls off all that is still to come of this attempt. */
  public void close() {
    if (open) {
      open = false;
      pending.forEach(Cancellation::cancel);
      tokens.close(this);
      if (job != null) {
        job.abort();
      }
    }
  }

  private Cancellation after(Duration delay, Phase phase, Runnable action) {
    Cancellation scheduled = owner.schedule(delay, phase, action);
    pending.add(scheduled);
    return scheduled;
  }

  /** Whether only a token that the test sends, or a deadline, can end the attempt. */
  boolean awaitsToken() {
    return !answerComes;
  }

  /** Whether somebody outside may end the attempt by its token. */
  boolean awaitsOutside() {
    return !answerComes && !silentForGood;
  }

  boolean hasToken() {
    return events.hasToken();
  }

  /** What the refusal of its token names when the attempt is over. */
  String formerTask() {
    return events.formerTask();
  }

  /** The task token. */
  public String token() {
    return owner.token();
  }

  /**
   * What was asked.
   *
   * @throws NullPointerException if the attempt has not begun; one with an open token has
   */
  public AttemptRequest request() {
    return Objects.requireNonNull(request);
  }

  boolean isOpen() {
    return open;
  }

  /** What the attempt waits for, for messages. */
  public String waitsFor() {
    if (job != null) {
      return "waits for its job" + job.waitsFor().stream().map(": "::concat).collect(joining());
    }
    if (tokens.isQueued(this)) {
      return "waits for a worker to poll its activity";
    }
    return events.hasToken() ? "waits for its task token" : "waits for its result";
  }
}
