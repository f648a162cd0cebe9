package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.MockValidation;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.StuckExecutionError;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.LogLevel;
import io.stepunit.internal.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a case runs in: an environment, its machine, and what is compared. */
final class CaseWorld {
  private static final String MACHINE = "machine";
  private static final String NAME = "run-1";

  private final JsonNode json;
  private final StepFunctionsEnvironment env =
      StepFunctionsEnvironment.builder().mockValidation(MockValidation.NONE).build();
  private final Findings findings = new Findings();
  private final Bindings bindings = new Bindings(env.now());
  private final ValueMatch values =
      new ValueMatch(bindings, env::now, findings, ValueMatch.Extent.EXACT);
  private final ServiceCalls calls = new ServiceCalls(env, values);
  private final Map<String, TakenTask> tasks = new LinkedHashMap<>();

  CaseWorld(JsonNode json) {
    this.json = json;
  }

  JsonNode json() {
    return json;
  }

  StepFunctionsEnvironment env() {
    return env;
  }

  Findings findings() {
    return findings;
  }

  Bindings bindings() {
    return bindings;
  }

  ValueMatch values() {
    return values;
  }

  ServiceCalls calls() {
    return calls;
  }

  /** The tasks whose tokens are known, by the case's name for the token or by the state's name. */
  Map<String, TakenTask> tasks() {
    return tasks;
  }

  TakenTask task(String token) {
    if (!tasks.containsKey(token)) {
      throw new UnknownFormException("No task was taken as '" + token + "': " + tasks.keySet());
    }
    return tasks.get(token);
  }

  void know(String name, TakenTask task) {
    tasks.put(name, task);
    bindings.bind(name, task.token());
  }

  HistoryMatch histories() {
    return new HistoryMatch(values, bindings);
  }

  /** Defines the case's machine, the activities that it may poll and the machine that it starts. */
  TestStateMachine define() {
    Activities.declare(json, env);
    if (json.has("child")) {
      env.define("child", Json.text(json.get("child")));
    }
    TestStateMachine machine =
        env.define(json.path(MACHINE).asText(MACHINE), Json.text(json.get("definition")), type());
    bindings.bind("stateMachineArn", machine.arn());
    JsonNode described =
        calls.call("DescribeStateMachine", Map.of("stateMachineArn", machine.arn()));
    bindings.bind("roleArn", described.path("roleArn").asText());
    if (json.has("logging")) {
      JsonNode logging = json.get("logging");
      machine.logging(
          LogLevel.valueOf(logging.get("level").textValue()),
          logging.get("includeExecutionData").booleanValue());
    }
    return machine;
  }

  WorkflowType type() {
    return WorkflowType.valueOf(json.path("type").asText(WorkflowType.STANDARD.name()));
  }

  /** The machine's ARN. */
  String machineArn() {
    return bindings.value("stateMachineArn").orElseThrow();
  }

  /** The ARN of the case's execution. */
  String executionArn() {
    return bindings.value("executionArn").orElseThrow();
  }

  /** StartExecution with the input as it was sent. */
  void start() {
    JsonNode answer = calls.call("StartExecution", startRequest());
    bindings.bind("executionArn", answer.get("executionArn").textValue());
  }

  ObjectNode startRequest() {
    return Json.NODES
        .objectNode()
        .put("stateMachineArn", machineArn())
        .put("name", executionName())
        .put(
            "input",
            json.has("inputText")
                ? json.get("inputText").textValue()
                : Json.text(json.get("input")));
  }

  /** The caller chose the name; where it is not a part of the input side, status events tell it. */
  private String executionName() {
    return json.at("/expected/statusEvents/0/detail/name").asText(NAME);
  }

  /** Advances to so many seconds after the start, where that is in the future. */
  void advanceTo(JsonNode seconds) {
    Instant instant = bindings.at(seconds.asText());
    if (instant.isAfter(env.now())) {
      env.advanceTo(instant);
    }
  }

  /** Lets everything happen that still can. */
  void runToEnd() {
    try {
      env.runToEnd();
    } catch (StuckExecutionError e) {
      // What an execution waits for stays open; its status is compared.
      return;
    }
  }
}
