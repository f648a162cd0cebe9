package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.history.VisitRef;
import io.stepunit.internal.engine.state.Behaviours;
import io.stepunit.internal.engine.state.Effect;
import io.stepunit.internal.engine.state.Frame;
import io.stepunit.internal.engine.state.Outcome;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.engine.state.Variables;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateType;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.model.Transition;
import io.stepunit.internal.time.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One visit of one state: evaluates its fields and applies its effects, attempt by attempt. */
final class Visit {
  private static final int NO_CATCHER = -1;

  private final Strand strand;
  private final State state;
  private final JsonNode input;
  private final VisitRef ref;
  private final ErrorHandling errors;
  private final Instant enteredAt;

  private long enteredEventId;
  private Frame frame;
  private @Nullable TaskAttempt task;
  private @Nullable Forked join;
  private @Nullable String token;

  /** What the last attempt had going, for a redrive to finish. */
  private @Nullable Forked unfinished;

  Visit(Strand strand, State state, JsonNode input) {
    this.strand = strand;
    this.state = state;
    this.input = input;
    this.ref = new VisitRef(state, strand.parentVisit(), strand.index());
    this.errors = new ErrorHandling(this);
    this.enteredAt = engine().clock().instant();
    this.frame = newFrame();
  }

  /** The same visit again, in a line that goes on where another was closed. */
  Visit(Strand strand, Visit former) {
    this.strand = strand;
    this.state = former.state;
    this.input = former.input;
    this.ref = former.ref;
    this.errors = new ErrorHandling(this);
    this.enteredAt = former.enteredAt;
    this.enteredEventId = former.enteredEventId;
    this.unfinished = former.unfinished;
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

  /** Checks that what the last attempt had going can be redriven. */
  void requireRedrivable() {
    if (unfinished != null && !unfinished.isDone()) {
      unfinished.requireRedrivable();
    }
  }

  /** Tries the state once more after the execution was redriven. */
  void redrive() {
    Forked former = unfinished;
    if (former == null || former.isDone()) {
      attempt();
      return;
    }
    fork(former.rest(this));
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
      Effect.Exit exit = (Effect.Exit) Behaviours.resume(state, frame, outcome);
      leave(exit.next(), exit.output(), exit.assigned(), NO_CATCHER, succeededEventId);
    } catch (EvaluationException e) {
      strand.continueFrom(succeededEventId);
      evaluationFailed(e);
    }
  }

  private void apply(Effect effect) {
    if (effect instanceof Effect.Exit exit) {
      leave(exit.next(), exit.output(), exit.assigned(), NO_CATCHER, strand.lastEventId());
    } else if (effect instanceof Effect.Call call) {
      call((TaskState) state, call);
    } else if (effect instanceof Effect.Fork fork) {
      fork(new Join(this, fork));
    } else if (effect instanceof Effect.Distribute distribute) {
      fork(new RunningMapRun(this, distribute.plan()));
    } else if (effect instanceof Effect.SleepUntil sleep) {
      strand.later(sleep.wake(), Phase.RESULT, () -> resume(new Outcome.Woken()));
    } else {
      failed(((Effect.Raise) effect).error());
    }
  }

  private void fork(Forked forked) {
    join = forked;
    forked.start();
  }

  private void call(TaskState taskState, Effect.Call call) {
    if (taskState.resource() instanceof Resource.Activity activity
        && !strand.run().dispatcher().activityExists(activity.arn())) {
      throw EvaluationException.runtime("The activity " + activity.arn() + " does not exist.");
    }
    if (!acceptsInput(call.input(), strand.lastEventId())) {
      return;
    }
    TaskAttempt attempt = new TaskAttempt(this, taskState, call);
    task = attempt;
    attempt.schedule();
  }

  /**
   * Whether what the state makes of its input is within the limit; if not, the execution fails.
   *
   * @param refusedFrom the event that the failure points back to
   */
  boolean acceptsInput(JsonNode effectiveInput, long refusedFrom) {
    boolean fits =
        effectiveInput == input
            || PayloadSize.fits(effectiveInput, engine().settings().limits().payloadBytes());
    if (!fits) {
      strand.continueFrom(refusedFrom);
      strand.failExecution(PayloadSize.inputExceeded(state.name()));
    }
    return fits;
  }

  /**
   * Leaves the state.
   *
   * @param refusedFrom the event that a failure points back to where the output is too large
   */
  private void leave(
      Transition next,
      JsonNode output,
      Map<String, JsonNode> assigned,
      int catcherIndex,
      long refusedFrom) {
    Limits limits = engine().settings().limits();
    Variables variables = strand.variables().with(assigned);
    if (output != input && !PayloadSize.fits(output, limits.payloadBytes())) {
      strand.continueFrom(refusedFrom);
      strand.failExecution(PayloadSize.exceeded(state.name()));
      return;
    }
    if (!assigned.isEmpty() && !PayloadSize.fits(assigned, variables, limits)) {
      strand.continueFrom(refusedFrom);
      strand.failExecution(PayloadSize.variablesExceeded(state.name()));
      return;
    }
    strand.record(
        StateEvents.exited(state.type()),
        new EventDetails.StateExited(state.name(), output, assigned, catcherIndex),
        ref);
    strand.assign(variables);
    strand.follow(next, output);
  }

  /** Leaves the state by one of its Catchers. */
  void leaveByCatcher(String next, DataFlow.Exit exit, int catcherIndex) {
    Transition transition = new Transition.Next(next);
    leave(transition, exit.output(), exit.assigned(), catcherIndex, strand.lastEventId());
  }

  /** An expression of the state could not be evaluated. */
  void evaluationFailed(EvaluationException e) {
    errors.evaluationFailed(e);
  }

  /** The state has failed, by the strand's last event. */
  void failed(StatesError error) {
    errors.failed(error);
  }

  /** Tries the state again. */
  void retryAfter(Duration delay) {
    strand.later(engine().clock().instant().plus(delay), Phase.START, this::retry);
  }

  private void retry() {
    unfinished = null;
    token = null;
    frame = newFrame();
    attempt();
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

  /** Ends what the present attempt has going. */
  void releaseAttempt() {
    if (task != null) {
      task.close();
      task = null;
    }
    if (join != null) {
      join.close();
      unfinished = join;
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

  JsonNode input() {
    return input;
  }

  VisitRef ref() {
    return ref;
  }

  Frame frame() {
    return frame;
  }

  Instant enteredAt() {
    return enteredAt;
  }

  long enteredEventId() {
    return enteredEventId;
  }

  int retryCount() {
    return errors.retryCount();
  }

  Engine engine() {
    return strand.run().engine();
  }
}
