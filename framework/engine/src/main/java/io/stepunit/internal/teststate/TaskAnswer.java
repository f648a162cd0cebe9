package io.stepunit.internal.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.engine.state.Effect;
import io.stepunit.internal.engine.state.StatesError;
import io.stepunit.internal.history.VisitRef;
import io.stepunit.internal.model.TaskState;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the mocks of the machine for one attempt of a Task without a mock of its own.
 *
 * @param names the execution and the machine that the context object shows
 * @param token the task token that the context object shows, empty if the Task has none
 */
record TaskAnswer(
    TestStateRequest request,
    TaskDispatcher dispatcher,
    TestedExecution names,
    Optional<String> token,
    Clock clock) {

  /** A result or an error. */
  record Answer(Optional<JsonNode> result, Optional<StatesError> error) {
    static Answer of(JsonNode result) {
      return new Answer(Optional.of(result), Optional.empty());
    }

    private static Answer of(StatesError error) {
      return new Answer(Optional.empty(), Optional.of(error));
    }
  }

  /**
   * The answer, as it stands when the call is over.
   *
   * @throws AssertionError if nobody answers
   * @throws IllegalStateException if the mock never answers and the state has no timeout
   */
  Answer ask(Effect.Call call) {
    AttemptReply reply = unwrapped(dispatcher.dispatch(taskRequest(call)));
    if (reply instanceof AttemptReply.Succeeds succeeds) {
      return isLate(succeeds.after(), call.timeoutSeconds())
          ? Answer.of(StatesError.timeout(false))
          : Answer.of(succeeds.result());
    }
    if (reply instanceof AttemptReply.Fails fails) {
      return isLate(fails.after(), call.timeoutSeconds())
          ? Answer.of(StatesError.timeout(false))
          : Answer.of(StatesError.of(fails.error(), fails.cause()));
    }
    return silence(call);
  }

  private static AttemptReply unwrapped(AttemptReply reply) {
    if (reply instanceof AttemptReply.Faulted faulted) {
      return unwrapped(faulted.reply());
    }
    return reply instanceof AttemptReply.Polled polled ? unwrapped(polled.reply()) : reply;
  }

  private Answer silence(Effect.Call call) {
    Long timeout = call.timeoutSeconds();
    Long heartbeat = call.heartbeatSeconds();
    if (timeout == null && heartbeat == null) {
      throw new IllegalStateException(
          "There is no outcome of the Task '%s' (%s): its mock never answers, and it has neither TimeoutSeconds nor HeartbeatSeconds. Give it a result by mockResult(…) or an error by mockError(…)."
              .formatted(request.state().name(), request.state().location()));
    }
    boolean missed = heartbeat != null && (timeout == null || heartbeat < timeout);
    return Answer.of(StatesError.timeout(missed));
  }

  private static boolean isLate(Duration after, @Nullable Long timeoutSeconds) {
    return timeoutSeconds != null && after.compareTo(Duration.ofSeconds(timeoutSeconds)) > 0;
  }

  private AttemptRequest taskRequest(Effect.Call call) {
    TaskState task = (TaskState) request.state();
    int attempt = request.configuration().retrierRetryCount() + 1;
    return new AttemptRequest(
        names.execution(),
        names.executionArn(),
        names.executionArn(),
        names.stateMachineArn(),
        new VisitRef(task, null),
        task.resource(),
        call.input(),
        attempt,
        attempt,
        token,
        false,
        clock);
  }
}
