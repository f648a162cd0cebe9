package io.stepunit.internal.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.engine.EngineSettings;
import io.stepunit.internal.engine.Randomness;
import io.stepunit.internal.engine.state.Frame;
import io.stepunit.internal.engine.state.WorkflowVariables;
import io.stepunit.internal.spi.TaskDispatcher;
import io.stepunit.teststate.TestStateException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The service's TestState: one attempt of one state, without an execution around it.
 *
 * <p>Each call draws its randomness from the seed anew, so that the same request has the same
 * result however often and in whichever order it is made. Virtual time stands still.
 */
public final class TestState {
  private final EngineSettings settings;
  private final Clock clock;
  private final TaskDispatcher tasks;

  /**
   * @param settings region, account, seed and limits
   * @param clock the virtual time
   * @param tasks what answers Tasks that the request does not mock
   */
  public TestState(EngineSettings settings, Clock clock, TaskDispatcher tasks) {
    this.settings = settings;
    this.clock = clock;
    this.tasks = tasks;
  }

  /**
   * Tests a state.
   *
   * @throws TestStateException if the service would refuse the request
   * @throws AssertionError if the state is a Task, the request does not mock it, and no mock of the
   *     machine answers it
   */
  public TestStateResponse test(TestStateRequest request) {
    RequestChecks.check(request);
    Randomness randomness = new Randomness(settings.seed());
    TestedExecution names = TestedExecution.of(settings, randomness);
    Optional<String> token = token(request, randomness);
    Instant now = clock.instant();
    JsonNode context =
        request.context().orElseGet(() -> StateContext.of(request, names, now, token));
    Frame frame =
        new Frame(
            request.input(),
            WorkflowVariables.NONE.with(request.variables()),
            () -> context,
            now,
            randomness.expressions(),
            settings.budgets());
    return new SingleVisit(
            request,
            frame,
            new TaskAnswer(request, tasks, names, token, clock),
            randomness.jitter(),
            settings.limits())
        .run();
  }

  private static Optional<String> token(TestStateRequest request, Randomness randomness) {
    if (request.context().isPresent()) {
      JsonNode given = request.context().get().path("Task").path("Token");
      return given.isTextual() ? Optional.of(given.textValue()) : Optional.empty();
    }
    return StateContext.hasToken(request.state())
        ? Optional.of(randomness.nextId().toString())
        : Optional.empty();
  }
}
