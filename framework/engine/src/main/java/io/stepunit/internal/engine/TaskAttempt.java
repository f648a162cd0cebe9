package io.stepunit.internal.engine;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.engine.service.TaskEvents;
import io.stepunit.internal.engine.state.Effect;
import io.stepunit.internal.engine.state.Outcome;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptReply.FailedStep;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.Job;
import io.stepunit.internal.spi.TokenCall;
import io.stepunit.internal.spi.TokenDelivery;
import io.stepunit.internal.time.Cancellation;
import io.stepunit.internal.time.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attempt of a Task: from its scheduling to its result, its failure or its timeout. */
public final class TaskAttempt {
  private final Visit visit;
  private final TaskState state;
  private final Effect.Call call;
  private final TaskEvents events;
  private final List<Cancellation> pending = new ArrayList<>(3);

  private @Nullable Cancellation heartbeatDeadline;
  private @Nullable AttemptRequest request;
  private @Nullable Job job;
  private boolean answerComes;
  private boolean open = true;

  TaskAttempt(Visit visit, TaskState state, Effect.Call call) {
    this.visit = visit;
    this.state = state;
    this.call = call;
    this.events = TaskEvents.of(state.resource(), visit.engine().settings().region());
  }

  void schedule() {
    record(events.scheduled(call));
    at(now(), Phase.START, this::start);
  }

  private void start() {
    AttemptRequest asked = request();
    request = asked;
    AttemptReply answer = withoutFaults(execution().dispatcher().dispatch(asked));
    if (answer instanceof AttemptReply.Queued queued) {
      visit.engine().tokens().queue(this);
      queued.queue().accept(new QueuedAttempt(this, asked));
    } else if (answer instanceof AttemptReply.Polled polled) {
      start(polled.reply(), polled.workerName());
    } else {
      start(answer, null);
    }
  }

  /** A worker takes the task out of the queue. */
  void take(@Nullable String worker) {
    visit.engine().tokens().unqueue(this);
    visit.strand().guarded(() -> start(AttemptReply.silence(), worker)).run();
  }

  private void start(AttemptReply reply, @Nullable String worker) {
    if (reply instanceof AttemptReply.Fails fails && isBeforeStart(fails.failure())) {
      fail(fails);
      return;
    }
    record(events.started(worker));
    if (events.hasToken()) {
      visit.engine().tokens().open(this);
    }
    if (call.timeoutSeconds() != null) {
      at(now().plusSeconds(call.timeoutSeconds()), Phase.TASK_DEADLINE, () -> timeOut(false));
    }
    restartHeartbeat();
    if (events.isSubmitted() && !isRefused(reply)) {
      JsonNode accepted = reply.submitted().orElseGet(Json.NODES::objectNode);
      at(now(), Phase.RESULT, () -> record(events.submitted(accepted)));
    }
    await(reply);
  }

  private AttemptReply withoutFaults(AttemptReply reply) {
    if (reply instanceof AttemptReply.Faulted faulted) {
      noteFaults(faulted.faults());
      return faulted.reply();
    }
    return reply;
  }

  private void noteFaults(List<String> faults) {
    faults.forEach(fault -> execution().noteFault(visit.ref(), fault));
  }

  private static boolean isBeforeStart(FailedStep step) {
    return step == FailedStep.SCHEDULE || step == FailedStep.START;
  }

  private static boolean isRefused(AttemptReply reply) {
    return reply instanceof AttemptReply.Fails fails
        && (fails.failure() == FailedStep.SUBMIT || fails.failure() == FailedStep.CALL);
  }

  private void await(AttemptReply reply) {
    if (reply instanceof AttemptReply.Succeeds succeeds) {
      answerComes = true;
      heartbeats(succeeds.heartbeats());
      at(now().plus(succeeds.after()), Phase.RESULT, () -> succeed(succeeds.result()));
    } else if (reply instanceof AttemptReply.Fails fails) {
      answerComes = true;
      heartbeats(fails.heartbeats());
      at(now().plus(fails.after()), Phase.RESULT, () -> fail(fails));
    } else if (reply instanceof AttemptReply.Runs runs) {
      answerComes = true;
      job = runs.job();
      runs.job().begin(new JobEnd(this));
    } else {
      heartbeats(((AttemptReply.Silence) reply).heartbeats());
    }
  }

  /** The job that the attempt waits for has ended. */
  void jobEnded(Runnable end) {
    if (open && job != null) {
      at(
          now(),
          Phase.RESULT,
          () -> {
            job = null;
            end.run();
          });
    }
  }

  private void heartbeats(List<Duration> times) {
    for (Duration time : times) {
      at(now().plus(time), Phase.ARRIVAL, this::restartHeartbeat);
    }
  }

  private void restartHeartbeat() {
    if (heartbeatDeadline != null) {
      heartbeatDeadline.cancel();
    }
    if (call.heartbeatSeconds() != null) {
      heartbeatDeadline =
          at(now().plusSeconds(call.heartbeatSeconds()), Phase.TASK_DEADLINE, () -> timeOut(true));
    }
  }

  private AttemptRequest request() {
    Strand strand = visit.strand();
    return new AttemptRequest(
        strand.run().name(),
        strand.run().arn(),
        strand.run().top().arn(),
        strand.run().machine().arn(),
        state.name(),
        visit.ref().path(),
        visit.ref().iterations(),
        state.location(),
        state.resource(),
        call.input(),
        visit.retryCount() + 1,
        strand.run().top().nextInvocation(state.name()),
        events.hasToken() ? Optional.of(token()) : Optional.empty(),
        strand.run().handDriven(),
        visit.engine().clock());
  }

  void succeed(JsonNode result) {
    job = null;
    close();
    if (!PayloadSize.fits(result, visit.engine().settings().limits().payloadBytes())) {
      StatesError error = PayloadSize.taskResultExceeded(events.taskName());
      record(events.failed(FailedStep.RUN, error.name(), error.cause()));
      visit.failed(error);
      return;
    }
    record(events.succeeded(result));
    visit.resume(new Outcome.Result(result));
  }

  void fail(AttemptReply.Fails fails) {
    job = null;
    close();
    record(events.failed(fails.failure(), fails.error(), fails.cause()));
    visit.failed(StatesError.of(fails.error(), fails.cause()));
  }

  private void timeOut(boolean heartbeat) {
    close();
    StatesError error = StatesError.timeout(heartbeat);
    record(events.timedOut(error.name(), error.cause()));
    visit.failed(error);
  }

  /** SendTaskSuccess. */
  public void sendSuccess(JsonNode output) {
    arrival(TokenCall.SUCCESS, () -> succeed(output));
  }

  /** SendTaskFailure. */
  public void sendFailure(@Nullable String error, @Nullable String cause) {
    arrival(
        TokenCall.FAILURE,
        () ->
            fail(
                new AttemptReply.Fails(
                    error, cause, Duration.ZERO, List.of(), FailedStep.RUN, Optional.empty())));
  }

  /** SendTaskHeartbeat. */
  public void sendHeartbeat() {
    arrival(TokenCall.HEARTBEAT, this::restartHeartbeat);
  }

  private void arrival(TokenCall call, Runnable action) {
    TokenDelivery delivery =
        execution().dispatcher().deliver(Objects.requireNonNull(request), call);
    noteFaults(delivery.faults());
    answerComes |= call != TokenCall.HEARTBEAT && !delivery.delays().isEmpty();
    if (call != TokenCall.HEARTBEAT && delivery.delays().contains(Duration.ZERO)) {
      visit.engine().tokens().close(this);
    }
    for (Duration delay : delivery.delays()) {
      at(now().plus(delay), Phase.ARRIVAL, action);
    }
  }

  /** Calls off all that is still to come of this attempt. */
  void close() {
    if (open) {
      open = false;
      pending.forEach(Cancellation::cancel);
      visit.engine().tokens().close(this);
      if (job != null) {
        job.abort();
      }
    }
  }

  private Cancellation at(Instant instant, Phase phase, Runnable action) {
    Strand strand = visit.strand();
    Cancellation scheduled =
        visit.engine().scheduler().schedule(instant, phase, strand, strand.guarded(action));
    pending.add(scheduled);
    return scheduled;
  }

  private void record(TaskEvents.Event event) {
    visit.strand().record(event.type(), event.details(), visit.ref());
  }

  private Instant now() {
    return visit.engine().clock().instant();
  }

  /** Whether only a token that the test sends, or a deadline, can end the attempt. */
  boolean awaitsToken() {
    return !answerComes;
  }

  boolean hasToken() {
    return events.hasToken();
  }

  /** The task token. */
  public String token() {
    return visit.token();
  }

  /** The state's name. */
  public String stateName() {
    return state.name();
  }

  /** The state's name with the branches and iterations that lead to it. */
  public String path() {
    return visit.ref().path();
  }

  /** The execution that the attempt belongs to. */
  public ExecutionRun execution() {
    return visit.strand().run();
  }

  boolean isOpen() {
    return open;
  }

  String waitsFor() {
    if (job != null) {
      return "waits for its job" + job.waitsFor().stream().map(": "::concat).collect(joining());
    }
    if (visit.engine().tokens().isQueued(this)) {
      return "waits for a worker to poll its activity";
    }
    return events.hasToken() ? "waits for its task token" : "waits for its result";
  }
}
