package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.history.EventDetails;
import io.stepunit.history.EventType;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.engine.limit.PayloadSize;
import io.stepunit.internal.engine.limit.VariableSizes;
import io.stepunit.internal.engine.service.TaskEvents;
import io.stepunit.internal.engine.state.Behaviours;
import io.stepunit.internal.engine.state.Effect;
import io.stepunit.internal.engine.state.Frame;
import io.stepunit.internal.engine.state.MissingMembers;
import io.stepunit.internal.engine.state.Outcome;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.engine.state.WorkflowVariables;
import io.stepunit.internal.engine.task.TaskAttempt;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.history.Decision;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateType;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.model.Transition;
import io.stepunit.internal.model.Unsendable;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.internal.time.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One visit of one state: evaluates its fields and applies its effects, attempt by attempt. */
final class Visit implements Effect.Applier {
  private final Branch branch;
  private final State state;
  private final JsonNode input;
  private final VisitRef ref;
  private final Instant enteredAt;

  private long enteredEventId;

  /** Made by the first error: most visits have none. */
  private @Nullable ErrorHandling errors;

  private Frame frame;
  private @Nullable TaskAttempt task;
  private @Nullable Forked join;
  private @Nullable String token;

  /** What the last attempt had going, for a redrive to finish. */
  private @Nullable Forked unfinished;

  Visit(Branch branch, State state, JsonNode input) {
    this.branch = branch;
    this.state = state;
    this.input = input;
    this.ref = new VisitRef(state, branch.around());
    this.enteredAt = engine().clock().instant();
    this.frame = newFrame();
  }

  /** The same visit again, in a branch that resumes where another was closed. */
  Visit(Branch branch, Visit former) {
    this.branch = branch;
    this.state = former.state;
    this.input = former.input;
    this.ref = former.ref;
    this.enteredAt = former.enteredAt;
    this.enteredEventId = former.enteredEventId;
    this.unfinished = former.unfinished;
    this.frame = newFrame();
  }

  private Frame newFrame() {
    return new Frame(
        input,
        branch.variables(),
        () -> ContextObject.of(this),
        engine().clock().instant(),
        engine().randomness().expressions(),
        engine().settings().budgets());
  }

  /** Enters the state. */
  void enter() {
    enteredEventId =
        branch.record(
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
    waitFor(former.rest(this));
  }

  private void attempt() {
    try {
      Behaviours.enter(state, frame).applyBy(this);
    } catch (EvaluationException e) {
      if (state.type() == StateType.CHOICE) {
        decided(Decision.NONE);
      }
      evaluationFailed(e);
    }
  }

  /** Goes on with what came of the effect. */
  void resume(Outcome outcome) {
    try {
      Behaviours.resume(state, frame, outcome).applyBy(this);
    } catch (EvaluationException e) {
      evaluationFailed(e.explained(missing(outcome)));
    }
  }

  /** What an exit may have failed for: members that the answer of a Task does not have. */
  private List<String> missing(Outcome outcome) {
    if (!(outcome instanceof Outcome.Result result && state instanceof TaskState called)) {
      return List.of();
    }
    String answer =
        Optional.ofNullable(task)
            .flatMap(attempt -> branch.run().dispatcher().answererOf(attempt.request()))
            .map("the result of "::concat)
            .orElse("the result");
    return MissingMembers.lines(called.dataFlow(), result.value(), answer);
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
      leave(exit.next(), exit.output(), exit.assigned(), OptionalInt.empty(), succeededEventId);
    } catch (EvaluationException e) {
      branch.continueFrom(succeededEventId);
      evaluationFailed(e);
    }
  }

  @Override
  public void exit(Effect.Exit exit) {
    leave(exit.next(), exit.output(), exit.assigned(), OptionalInt.empty(), branch.lastEventId());
  }

  @Override
  public void choose(Effect.Choose choose) {
    decided(choose.rule());
    exit(choose.exit());
  }

  private void decided(int rule) {
    branch.run().decided(new Decision.RuleChosen(ref, branch.lastEventId(), rule, frame.seen()));
  }

  @Override
  public void raise(Effect.Raise raise) {
    failed(raise.error());
  }

  @Override
  public void sleep(Effect.SleepUntil sleep) {
    branch.later(sleep.wake(), Phase.RESULT, () -> resume(new Outcome.Woken()));
  }

  @Override
  public void fork(Effect.Fork fork) {
    waitFor(new Join(this, fork));
  }

  @Override
  public void distribute(Effect.Distribute distribute) {
    waitFor(new DistributedMap(this, distribute.plan()));
  }

  private void waitFor(Forked forked) {
    join = forked;
    forked.start();
  }

  private boolean exists(Resource.Activity activity) {
    TaskDispatcher dispatcher = branch.run().dispatcher();
    return dispatcher.activityExists(activity.arn())
        && dispatcher.activityExists(activity.activityName());
  }

  @Override
  public void call(Effect.Call call) {
    TaskState taskState = (TaskState) state;
    if (taskState.resource() instanceof Resource.Activity activity && !exists(activity)) {
      throw EvaluationException.runtime("The activity " + activity.arn() + " does not exist.");
    }
    if (!branch.run().dispatcher().takesAnyRequest()) {
      call.requireSendable();
      noteTolerated(call);
    }
    if (!acceptsInput(call.input(), branch.lastEventId())) {
      return;
    }
    EngineSettings settings = engine().settings();
    TaskAttempt attempt =
        new TaskAttempt(
            new TaskVisit(this, taskState),
            call,
            TaskEvents.of(taskState.resource(), settings.region()),
            engine().tokens(),
            settings.limits().payloadBytes());
    task = attempt;
    attempt.schedule();
  }

  private void noteTolerated(Effect.Call call) {
    Unsendable unsendable = call.unsendable();
    if (unsendable != null) {
      note("warning: on AWS the execution fails: " + String.join(", ", unsendable.problems()));
      explain(unsendable.origins());
    }
  }

  /** Tells in the timeline what led to a failure. */
  void explain(List<String> lines) {
    lines.forEach(line -> note("hint: " + line));
  }

  private void note(String text) {
    branch.run().note(ref, text);
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
      branch.continueFrom(refusedFrom);
      branch.failExecution(PayloadSize.inputExceeded(state.name()));
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
      OptionalInt catcher,
      long refusedFrom) {
    EngineLimits limits = engine().settings().limits();
    Lineage lineage = branch.run().lineage();
    int bytes = output == input ? 0 : lineage.countOutput(output, branch.sizes());
    if (!assigned.isEmpty()) {
      assigned.values().forEach(lineage::countAssigned);
    }
    WorkflowVariables variables = branch.variables().with(assigned);
    if (bytes > limits.payloadBytes()) {
      branch.continueFrom(refusedFrom);
      branch.failExecution(PayloadSize.exceeded(state.name()));
      return;
    }
    Optional<StatesError> tooLarge =
        VariableSizes.exceeded(state.name(), assigned, variables, limits);
    if (tooLarge.isPresent()) {
      branch.continueFrom(refusedFrom);
      errors().assignmentRefused(tooLarge.get(), catcher);
      return;
    }
    branch.record(
        StateEvents.exited(state.type()),
        new EventDetails.StateExited(state.name(), output, assigned, catcher.orElse(-1)),
        ref);
    branch.assign(variables);
    branch.follow(next, output);
  }

  /** Leaves the state by one of its Catchers. */
  void leaveByCatcher(String next, DataFlow.Exit exit, int catcherIndex) {
    Transition transition = new Transition.Next(next);
    leave(
        transition,
        exit.output(),
        exit.assigned(),
        OptionalInt.of(catcherIndex),
        branch.lastEventId());
  }

  /** An expression of the state could not be evaluated. */
  void evaluationFailed(EvaluationException e) {
    errors().evaluationFailed(e);
  }

  /** The state has failed, by the branch's last event. */
  void failed(StatesError error) {
    errors().failed(error);
  }

  private ErrorHandling errors() {
    ErrorHandling known = errors;
    if (known == null) {
      known = new ErrorHandling(this);
      errors = known;
    }
    return known;
  }

  /** Tries the state again. */
  void retryAfter(Duration delay) {
    branch.later(engine().clock().instant().plus(delay), Phase.START, this::retry);
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
      branch.run().record(aborted, failureEventId, EventDetails.None.INSTANCE, ref);
    }
    if (join != null) {
      join.abort(failureEventId);
    }
  }

  /** A Parallel or Map that has failed has recorded that itself. */
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
    String what = task == null ? "waits for its time" : task.waitsFor();
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

  Branch branch() {
    return branch;
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
    return errors == null ? 0 : errors.retryCount();
  }

  Engine engine() {
    return branch.run().engine();
  }
}
