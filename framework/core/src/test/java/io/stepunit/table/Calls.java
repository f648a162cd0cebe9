package io.stepunit.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ExecutionStatus;
import java.util.HashMap;
import java.util.Map;

/** Calls DynamoDB by Tasks: each by an execution of its own. */
final class Calls {
  private final StepFunctionsEnvironment env;
  private final Map<String, TestStateMachine> machines = new HashMap<>();

  Calls(StepFunctionsEnvironment env) {
    this.env = env;
  }

  /** An execution that makes a call of an SDK integration. */
  Execution run(String action, String request) {
    return run("aws-sdk:dynamodb:" + action, action, request);
  }

  /** An execution that makes a call of an optimized integration. */
  Execution optimized(String action, String request) {
    return run("dynamodb:" + action, "optimized-" + action, request);
  }

  private Execution run(String resource, String name, String request) {
    return machines.computeIfAbsent(name, each -> machine(each, resource)).run(request);
  }

  private TestStateMachine machine(String name, String resource) {
    return env.define(
        name,
        """
        {
          "QueryLanguage": "JSONata",
          "StartAt": "Call",
          "States": {"Call": {
            "Type": "Task",
            "Resource": "arn:aws:states:::%s",
            "Arguments": "{%% $states.input %%}",
            "End": true
          }}
        }
        """
            .formatted(resource));
  }

  /** The answer to a call of an SDK integration. */
  JsonNode answer(String action, String request) {
    Execution run = run(action, request);
    assertThat(run.status())
        .as("%s: %s %s", action, run.error(), run.cause())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    return run.output().orElseThrow();
  }

  /** The error name and the service's text of a call of an SDK integration that is refused. */
  String refusal(String action, String request) {
    Execution run = run(action, request);
    assertThat(run.status()).as(() -> "" + run.output()).isEqualTo(ExecutionStatus.FAILED);
    return run.error().orElseThrow()
        + ": "
        + run.cause().orElseThrow().replaceFirst(" \\(Service: DynamoDb, Status Code: 400, .*", "");
  }
}
