package io.stepunit.internal.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.engine.RetryPolicy;
import io.stepunit.internal.engine.limit.EngineLimits;
import io.stepunit.internal.engine.limit.PayloadSize;
import io.stepunit.internal.engine.limit.VariableSizes;
import io.stepunit.internal.engine.state.Behaviours;
import io.stepunit.internal.engine.state.Effect;
import io.stepunit.internal.engine.state.Frame;
import io.stepunit.internal.engine.state.MapRunPlan;
import io.stepunit.internal.engine.state.MapThresholds;
import io.stepunit.internal.engine.state.Outcome;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.engine.state.WorkflowVariables;
import io.stepunit.internal.expression.EvaluationException;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Catcher;
import io.stepunit.internal.model.DataFlow;
import io.stepunit.internal.model.MapState;
import io.stepunit.internal.model.QueryLanguage;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.Transition;
import io.stepunit.teststate.InspectionLevel;
import io.stepunit.teststate.StateStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Evaluates one attempt of one state by the engine's behaviours, and nothing around it. */
final class SingleVisit {
  private static final String TOLERANCE_EXCEEDED = "States.ExceedToleratedFailureThreshold";

  private final TestStateRequest request;
  private final Frame frame;
  private final TaskAnswer tasks;
  private final RandomGenerator jitter;
  private final EngineLimits limits;
  private final Inspection inspection = new Inspection();
  private final State state;

  SingleVisit(
      TestStateRequest request,
      Frame frame,
      TaskAnswer tasks,
      RandomGenerator jitter,
      EngineLimits limits) {
    this.request = request;
    this.frame = frame;
    this.tasks = tasks;
    this.jitter = jitter;
    this.limits = limits;
    inspection.note("input", request.input());
    this.state =
        new InspectedState(inspection)
            .of(request.state(), request.input(), MapItemReading.items(request, inspection));
  }

  TestStateResponse run() {
    try {
      MapItemReading.evaluateArguments(request.state(), frame);
      return after(Behaviours.enter(state, frame));
    } catch (EvaluationException e) {
      return failed(StatesError.of(e));
    }
  }

  private TestStateResponse after(Effect effect) {
    Following following = new Following();
    effect.applyBy(following);
    return Objects.requireNonNull(following.result);
  }

  /** What follows an effect in TestState: no time passes, and nothing is run. */
  private final class Following implements Effect.Applier {
    private @Nullable TestStateResponse result;

    @Override
    public void exit(Effect.Exit exit) {
      result = left(StateStatus.SUCCEEDED, exit, Optional.empty());
    }

    @Override
    public void choose(Effect.Choose choose) {
      exit(choose.exit());
    }

    @Override
    public void raise(Effect.Raise raise) {
      result = failed(raise.error());
    }

    @Override
    public void sleep(Effect.SleepUntil sleep) {
      result = after(Behaviours.resume(state, frame, new Outcome.Woken()));
    }

    @Override
    public void call(Effect.Call call) {
      result = called(call);
    }

    @Override
    public void fork(Effect.Fork fork) {
      result = forked(fork);
    }

    @Override
    public void distribute(Effect.Distribute distribute) {
      result = distributed((MapState) state, distribute.plan());
    }
  }

  private TestStateResponse called(Effect.Call call) {
    call.requireSendable();
    if (request.mock().error().isPresent()) {
      return failed(mockedError());
    }
    Optional<JsonNode> mocked = request.mock().result();
    TaskAnswer.Answer answer =
        mocked.isPresent() ? TaskAnswer.Answer.of(mocked.get()) : tasks.ask(call);
    if (answer.error().isPresent()) {
      return failed(answer.error().get());
    }
    JsonNode result = answer.result().orElseGet(Json.NODES::nullNode);
    inspection.note("result", result);
    return after(Behaviours.resume(state, frame, new Outcome.Result(result)));
  }

  private TestStateResponse forked(Effect.Fork fork) {
    if (!(state instanceof MapState map)) {
      return request.mock().error().isPresent() ? failed(mockedError()) : mocked();
    }
    MapThresholds thresholds = fork.thresholds().orElseThrow();
    inspection.note(thresholds);
    return thresholds.refusal().isPresent()
        ? failed(StatesError.of(thresholds.refusal().get()))
        : iterated(map, thresholds, Iterations.of(map, fork, inspection));
  }

  private TestStateResponse distributed(MapState map, MapRunPlan plan) {
    inspection.note(plan.thresholds());
    if (plan.refusal().isPresent()) {
      return failed(StatesError.of(plan.refusal().get()));
    }
    return iterated(map, plan.thresholds(), Iterations.of(map, plan, inspection));
  }

  private TestStateResponse iterated(
      MapState map, MapThresholds thresholds, Iterations iterations) {
    if (request.mock().error().isPresent()) {
      return failed(mockedError());
    }
    int failures = request.configuration().mapIterationFailureCount().orElse(0);
    if (iterations.exceed(thresholds, failures)) {
      return failed(
          StatesError.of(
              TOLERANCE_EXCEEDED, "The specified tolerated failure threshold was exceeded"));
    }
    iterations.check(map, request.mock().result().orElseThrow());
    return mocked();
  }

  private TestStateResponse mocked() {
    JsonNode result = request.mock().result().orElseThrow();
    return after(Behaviours.resume(state, frame, new Outcome.Result(result)));
  }

  private StatesError mockedError() {
    TestMock.MockedError mocked = request.mock().error().orElseThrow();
    return StatesError.of(mocked.error(), mocked.cause().orElse(null));
  }

  private TestStateResponse failed(StatesError error) {
    if (error.kind() == StatesError.Kind.FATAL) {
      return ended(error, TestStateResponse.ErrorHandling.NONE);
    }
    RetryPolicy policy =
        new RetryPolicy(state.errorHandlers(), request.configuration().retrierRetryCount());
    Optional<Integer> retrier = boxed(policy.retrierFor(error));
    Optional<Duration> delay = policy.nextRetry(error, jitter);
    Optional<Integer> catcher =
        delay.isPresent() ? Optional.empty() : boxed(policy.catcherFor(error));
    TestStateResponse.ErrorHandling handling =
        new TestStateResponse.ErrorHandling(retrier, delay, catcher);
    return catcher.isPresent() ? caught(error, handling) : ended(error, handling);
  }

  private static Optional<Integer> boxed(OptionalInt index) {
    return index.isPresent() ? Optional.of(index.getAsInt()) : Optional.empty();
  }

  private TestStateResponse caught(StatesError error, TestStateResponse.ErrorHandling handling) {
    Catcher catcher = state.errorHandlers().catchers().get(handling.catchIndex().orElseThrow());
    try {
      DataFlow.Exit exit = catcher.dataFlow().exit(frame, error.toErrorOutput());
      if (state.language() == QueryLanguage.JSONPATH) {
        inspection.note("afterResultPath", exit.output());
      }
      Effect.Exit left =
          new Effect.Exit(new Transition.Next(catcher.next()), exit.output(), exit.assigned());
      return left(StateStatus.CAUGHT_ERROR, left, Optional.of(failure(error, handling)));
    } catch (EvaluationException e) {
      return ended(StatesError.of(e), TestStateResponse.ErrorHandling.NONE);
    }
  }

  private TestStateResponse left(
      StateStatus status, Effect.Exit exit, Optional<TestStateResponse.Failure> failure) {
    if (exit.output() != request.input()
        && !PayloadSize.fits(exit.output(), limits.payloadBytes())) {
      return ended(PayloadSize.exceeded(state.name()), TestStateResponse.ErrorHandling.NONE);
    }
    Optional<StatesError> tooLarge =
        VariableSizes.exceeded(
            state.name(),
            exit.assigned(),
            WorkflowVariables.NONE.with(request.variables()).with(exit.assigned()),
            limits);
    if (tooLarge.isPresent()) {
      return ended(tooLarge.get(), TestStateResponse.ErrorHandling.NONE);
    }
    Optional<String> next =
        exit.next() instanceof Transition.Next to ? Optional.of(to.state()) : Optional.empty();
    return result(
        status,
        Optional.of(new TestStateResponse.Left(exit.output(), next, exit.assigned())),
        failure,
        exit.assigned());
  }

  /** No state follows: the error is left to a retry, or to nobody. */
  private TestStateResponse ended(StatesError error, TestStateResponse.ErrorHandling handling) {
    StateStatus status =
        handling.retryDelay().isPresent() ? StateStatus.RETRIABLE : StateStatus.FAILED;
    return result(status, Optional.empty(), Optional.of(failure(error, handling)), Map.of());
  }

  private TestStateResponse.Failure failure(
      StatesError error, TestStateResponse.ErrorHandling handling) {
    inspection.note(handling);
    return new TestStateResponse.Failure(
        Optional.ofNullable(error.name()), Optional.ofNullable(error.cause()), handling);
  }

  private TestStateResponse result(
      StateStatus status,
      Optional<TestStateResponse.Left> left,
      Optional<TestStateResponse.Failure> failure,
      Map<String, JsonNode> assigned) {
    noteVariables(assigned);
    boolean tells = request.level() != InspectionLevel.INFO;
    return new TestStateResponse(
        request.state(),
        request.input(),
        status,
        left,
        failure,
        tells ? inspection.data() : Json.NODES.objectNode());
  }

  /** The variables as they stand after the state, by name; AWS shows them where there are any. */
  private void noteVariables(Map<String, JsonNode> assigned) {
    Map<String, JsonNode> variables = new TreeMap<>(request.variables());
    variables.putAll(assigned);
    if (!variables.isEmpty()) {
      ObjectNode object = Json.NODES.objectNode();
      variables.forEach(object::set);
      inspection.note("variables", object);
    }
  }
}
