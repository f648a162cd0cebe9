package io.stepunit.internal.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateType;
import io.stepunit.internal.model.TaskState;
import java.time.Instant;
import java.util.Optional;

/**
 * The context object of a test that brings none: as recorded on AWS that of an Express execution,
 * the state in it named {@code StateName} whatever its name.
 */
final class StateContext {
  private static final String STATE_NAME = "StateName";

  private StateContext() {}

  static JsonNode of(
      TestStateRequest request, TestedExecution names, Instant now, Optional<String> token) {
    ObjectNode context = Json.NODES.objectNode();
    ObjectNode execution = context.putObject("Execution");
    execution.put("Id", names.executionArn());
    execution.set("Input", request.input());
    execution.put("Name", names.execution());
    execution.put("RoleArn", request.roleArn().orElse(null));
    execution.put("StartTime", now.toString());
    context
        .putObject("StateMachine")
        .put("Id", names.stateMachineArn())
        .put("Name", names.machine());
    ObjectNode state = context.putObject("State");
    state.put("Name", STATE_NAME).put("EnteredTime", now.toString());
    if (hasRetryCount(request.state().type())) {
      state.put("RetryCount", request.configuration().retrierRetryCount());
    }
    token.ifPresent(text -> context.putObject("Task").put("Token", text));
    return context;
  }

  private static boolean hasRetryCount(StateType type) {
    return type == StateType.TASK || type == StateType.MAP || type == StateType.PARALLEL;
  }

  /** Whether the state is a Task that waits for a job or a callback. */
  static boolean hasToken(State state) {
    return state instanceof TaskState task
        && task.resource() instanceof Resource.Service service
        && service.pattern() != Resource.Pattern.REQUEST_RESPONSE;
  }
}
