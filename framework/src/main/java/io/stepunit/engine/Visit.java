package io.stepunit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.engine.state.Behaviours;
import io.stepunit.engine.state.Effect;
import io.stepunit.engine.state.Frame;
import io.stepunit.engine.state.Outcome;
import io.stepunit.engine.state.StatesError;
import io.stepunit.expression.EvaluationException;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.VisitRef;
import io.stepunit.model.Catcher;
import io.stepunit.model.DataFlow;
import io.stepunit.model.ErrorHandlers;
import io.stepunit.model.Resource;
import io.stepunit.model.State;
import io.stepunit.model.StateType;
import io.stepunit.model.TaskState;
import io.stepunit.model.Transition;
import io.stepunit.time.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One visit of one state: applies its effects, retries it, catches its errors. */
final class Visit {
  private static final int NO_CATCHER = -1;

  private final Strand strand;
  private final State state;
  private final JsonNode input;
  private final VisitRef ref;
  private final ErrorHandlers handlers;
  private final RetryPolicy retries;
  private final Instant enteredAt;

  private long enteredEventId;
  private Frame frame;
  private @Nullable TaskAttempt task;
  private @Nullable Join join;
  private @Nullable String token;

  Visit(Strand strand, State state, JsonNode input) {
    this.strand = strand;
    this.state = state;
    this.input = input;
    this.ref = new VisitRef(state, strand.parentVisit(), strand.index());
    this.handlers = state.errorHandlers();
    this.retries = new RetryPolicy(handlers);
    this.enteredAt = engine().clock().instant();
    this.frame = newFrame();
  }

  private Frame newFrame() {
    return new Frame(
        input,
        strand.variables(),
        () -> ContextObject.of(this),
        engine().clock().instant(),
        engine().randomness().expressions());
  }

  /** Enters the state. */
  void enter() {
    enteredEventId =
        strand.record(
            StateEvents.entered(state.type()),
            new EventDetails.StateEntered(state.name(), input),
            ref);
    attempt();
  }

  private void attempt() {
    try {
      apply(Behaviours.enter(state, frame));
    } catch (EvaluationException e) {
      evaluationFailed(e);
    }
  }

  /** Goes on with what came of the effect. */
  void resume(Outcome outcome) {
    try {
      apply(Behaviours.resume(state, frame, outcome));
    } catch (EvaluationException e) {
      evaluationFailed(e);
    }
  }

  /**
   * Goes on when all branches or iterations have joined.
   *
   * @param succeededEventId the event that says so: a failure from here on points back to it, the
   *     exit does not
   */
  void joined(Outcome outcome, long succeededEventId) {
    try {
      apply(Behaviours.resume(state, frame, outcome));
    } catch (EvaluationException e) {
      strand.continueFrom(succeededEventId);
      evaluationFailed(e);
    }
  }

  private void apply(Effect effect) {
    if (effect instanceof Effect.Exit exit) {
      leave(exit.next(), exit.output(), exit.assigned(), NO_CATCHER);
    } else if (effect instanceof Effect.Call call) {
      call((TaskState) state, call);
    } else if (effect instanceof Effect.Fork fork) {
      Join forked = new Join(this, fork);
      join = forked;
      forked.start();
    } else if (effect instanceof Effect.SleepUntil sleep) {
      strand.later(sleep.wake(), Phase.RESULT, () -> resume(new Outcome.Woken()));
    } else {
      failed(((Effect.Raise) effect).error());
    }
  }

  private void call(TaskState taskState, Effect.Call call) {
    if (taskState.resource() instanceof Resource.Activity activity
        && !strand.run().dispatcher().activityExists(activity.arn())) {
      throw EvaluationException.runtime("The activity " + activity.arn() + " does not exist.");
    }
    TaskAttempt attempt = new TaskAttempt(this, taskState, call);
    task = attempt;
    attempt.schedule();
  }

  private void leave(
      Transition next, JsonNode output, Map<String, JsonNode> assigned, int catcherIndex) {
    boolean isInput = output == input;
    if (!isInput && !PayloadSize.fits(output, engine().settings().limits().payloadBytes())) {
      strand.failExecution(PayloadSize.exceeded(state.name()));
      return;
    }
    strand.record(
        StateEvents.exited(state.type()),
        new EventDetails.StateExited(state.name(), output, assigned, catcherIndex),
        ref);
    strand.assign(assigned);
    strand.follow(next, output);
  }

  /** An expression of the state could not be evaluated. */
  void evaluationFailed(EvaluationException e) {
    failed(recordEvaluationFailed(e));
  }

  /** A JSONata expression that fails has an event of its own, JSONPath has none. */
  private StatesError recordEvaluationFailed(EvaluationException e) {
    StatesError error = StatesError.of(e).whileExecuting(state.name(), enteredEventId);
    if (error.kind() != StatesError.Kind.FATAL) {
      strand.record(
          EventType.EVALUATION_FAILED,
          new EventDetails.EvaluationFailed(
              state.name(), e.error(), String.valueOf(error.cause()), e.location().orElse(null)),
          ref);
    }
    return error;
  }

  /**
   * The state has failed, by the strand's last event: retries it, catches the error, or gives up.
   */
  void failed(StatesError error) {
    releaseAttempt();
    if (error.kind() == StatesError.Kind.FATAL) {
      strand.failExecution(error);
      return;
    }
    Duration delay = retries.nextRetry(error, engine().randomness().jitter());
    if (delay != null) {
      Instant at = engine().clock().instant().plus(delay);
      strand.later(at, Phase.START, this::retry);
      return;
    }
    long failureEventId = strand.lastEventId();
    recordStateFailed();
    int catcher = retries.catcherFor(error);
    if (catcher == NO_CATCHER) {
      strand.fail(error);
    } else {
      caught(catcher, error, failureEventId);
    }
  }

  private void recordStateFailed() {
    if (state.type() == StateType.MAP) {
      strand.record(EventType.MAP_STATE_FAILED, EventDetails.None.INSTANCE, ref);
    } else if (state.type() == StateType.PARALLEL) {
      strand.record(EventType.PARALLEL_STATE_FAILED, EventDetails.None.INSTANCE, ref);
    }
  }

  private void retry() {
    token = null;
    frame = newFrame();
    attempt();
  }

  private void caught(int index, StatesError error, long failureEventId) {
    Catcher catcher = handlers.catchers().get(index);
    try {
      DataFlow.Exit exit = catcher.dataFlow().exit(frame, error.toErrorOutput());
      leave(new Transition.Next(catcher.next()), exit.output(), exit.assigned(), index);
    } catch (EvaluationException e) {
      catcherFailed(e, failureEventId);
    }
  }

  /** The Catcher's own fields have failed: nothing catches that, and the state fails once more. */
  private void catcherFailed(EvaluationException e, long failureEventId) {
    strand.continueFrom(failureEventId);
    StatesError error = recordEvaluationFailed(e);
    if (error.kind() == StatesError.Kind.FATAL) {
      strand.failExecution(error);
    } else {
      recordStateFailed();
      strand.fail(error);
    }
  }

  /** The visit is cut off by a failure elsewhere. */
  void recordAborted(long failureEventId) {
    EventType aborted = StateEvents.aborted(state.type());
    if (aborted != null && !hasRecordedFailure()) {
      strand.run().record(aborted, failureEventId, EventDetails.None.INSTANCE, ref);
    }
    if (join != null) {
      join.abort(failureEventId);
    }
  }

  /** A Parallel or Map that has failed has said so itself. */
  private boolean hasRecordedFailure() {
    return state.type() != StateType.TASK && state.type() != StateType.WAIT && join == null;
  }

  /** Ends the visit without a trace. */
  void close() {
    releaseAttempt();
  }

  private void releaseAttempt() {
    if (task != null) {
      task.close();
      task = null;
    }
    if (join != null) {
      join.close();
      join = null;
    }
  }

  List<String> waitsFor() {
    if (join != null) {
      return join.waitsFor();
    }
    String what = task == null ? "waits until its time comes" : task.waitsFor();
    return List.of(ref.path() + " (" + state.location() + ") " + what);
  }

  /** The token of the present attempt; made when it is first asked for. */
  String token() {
    String known = token;
    if (known == null) {
      known = engine().randomness().nextId().toString();
      token = known;
    }
    return known;
  }

  Strand strand() {
    return strand;
  }

  State state() {
    return state;
  }

  VisitRef ref() {
    return ref;
  }

  Instant enteredAt() {
    return enteredAt;
  }

  long enteredEventId() {
    return enteredEventId;
  }

  int retryCount() {
    return retries.retryCount();
  }

  Engine engine() {
    return strand.run().engine();
  }
}
