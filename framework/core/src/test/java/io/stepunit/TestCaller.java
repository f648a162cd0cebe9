package io.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepunit.internal.client.ClientCalls;
import java.util.Map;

/** Code under test that calls the service, as clients do. */
final class TestCaller {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ClientCalls calls;

  TestCaller(StepFunctionsEnvironment env) {
    this.calls = env.simulation().clientCalls();
  }

  JsonNode call(String operation, Map<String, ?> request) {
    return calls.call(operation, MAPPER.valueToTree(request));
  }

  String start(TestStateMachine machine) {
    return call("StartExecution", Map.of("stateMachineArn", machine.arn(), "input", "{}"))
        .get("executionArn")
        .textValue();
  }

  String status(String executionArn) {
    return call("DescribeExecution", Map.of("executionArn", executionArn))
        .get("status")
        .textValue();
  }

  /** Polls until an execution has ended, as applications do; without sleeping in between. */
  String awaitEnd(String executionArn) {
    String status = status(executionArn);
    while (status.equals("RUNNING")) {
      status = status(executionArn);
    }
    return status;
  }

  void succeed(String taskToken) {
    call("SendTaskSuccess", Map.of("taskToken", taskToken, "output", "{}"));
  }

  JsonNode work(String activityArn) {
    return call("GetActivityTask", Map.of("activityArn", activityArn, "workerName", "worker"));
  }
}
