package io.stepunit.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.engine.state.MapItem;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.model.Resource;
import io.stepunit.internal.model.State;
import io.stepunit.internal.model.StateType;
import io.stepunit.internal.model.TaskState;

/** The context object that a visit of a state sees as {@code $$}. */
final class ContextObject {
  private ContextObject() {}

  static JsonNode of(Visit visit) {
    ExecutionRun run = visit.branch().run();
    State state = visit.state();
    ObjectNode context = Json.NODES.objectNode();
    execution(context.putObject("Execution"), run);
    SimulatedMachine machine = run.machine();
    context.putObject("StateMachine").put("Id", machine.arn()).put("Name", machine.name());
    ObjectNode stateObject = context.putObject("State");
    stateObject.put("Name", state.name()).put("EnteredTime", visit.enteredAt().toString());
    if (hasRetryCount(state.type())) {
      stateObject.put("RetryCount", visit.retryCount());
    }
    if (hasToken(state)) {
      context.putObject("Task").put("Token", visit.token());
    }
    MapItem item = visit.branch().mapItem();
    if (item != null) {
      context.set("Map", item.toContext());
    }
    return context;
  }

  private static void execution(ObjectNode execution, ExecutionRun run) {
    execution.put("Id", run.arn());
    execution.set("Input", run.input());
    execution.put("StartTime", run.startedAt().toString());
    execution.put("Name", run.name());
    execution.put("RoleArn", run.machine().roleArn());
    if (!run.isSynchronous()) {
      execution.put("RedriveCount", run.redriveCount());
    }
    if (run.type() == WorkflowType.STANDARD) {
      run.redrivenAt().ifPresent(time -> execution.put("RedriveTime", time.toString()));
    }
  }

  private static boolean hasRetryCount(StateType type) {
    return type == StateType.TASK || type == StateType.MAP || type == StateType.PARALLEL;
  }

  private static boolean hasToken(State state) {
    return state instanceof TaskState task
        && task.resource() instanceof Resource.Service service
        && service.pattern() != Resource.Pattern.REQUEST_RESPONSE;
  }
}
