package io.stepunit.internal.measured;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.internal.json.Json;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Does what happened from outside, at the seconds that the case gives, and compares the answers.
 */
final class Steps {
  /** A step of several words tells what AWS's side did. */
  private static final Pattern PROSE = Pattern.compile("\\S+\\s.*", Pattern.DOTALL);

  private static final Set<String> KNOWN =
      Set.of(
          "at",
          "do",
          "answer",
          "worker",
          "token",
          "rawToken",
          "wants",
          "output",
          "error",
          "cause",
          "change",
          "operation",
          "input",
          "name",
          "state",
          "activity");

  private static final String EXECUTION = "executionArn";
  private static final String MACHINE = "stateMachineArn";

  private final CaseWorld world;
  private final ServiceCalls calls;
  private final Poll poll;

  Steps(CaseWorld world) {
    this.world = world;
    this.calls = world.calls();
    this.poll = new Poll(world);
  }

  void perform(JsonNode steps) {
    int number = 0;
    for (JsonNode step : steps) {
      UnknownFormException.requireKnown("A step", step, KNOWN);
      world.advanceTo(step.path("at"));
      perform("steps[" + number++ + "] " + step.path("do").asText(), step);
    }
  }

  private void perform(String where, JsonNode step) {
    String action = step.path("do").asText();
    switch (action) {
      case "poll" -> poll.perform(where, step);
      case "succeed", "success" -> expect(where, step, "SendTaskSuccess", success(step));
      case "succeedTokenOf" -> expect(where, step, "SendTaskSuccess", success(step));
      case "fail" -> expect(where, step, "SendTaskFailure", failure(step));
      case "heartbeat" -> expect(where, step, "SendTaskHeartbeat", withToken(step));
      case "stop" ->
          expect(where, step, "StopExecution", texts(execution(), step, "error", "cause"));
      case "describe" -> expect(where, step, "DescribeExecution", execution());
      case "describeMachine" -> expect(where, step, "DescribeStateMachine", machine());
      case "deleteMachine" -> expect(where, step, "DeleteStateMachine", machine());
      case "startExecution" ->
          expect(where, step, "StartExecution", texts(machine(), step, "name", "input"));
      case "historyWithoutData" ->
          expect(
              where, step, "GetExecutionHistory", execution().put("includeExecutionData", false));
      case "update" -> expect(where, step, "UpdateStateMachine", update(step));
      case "call" -> call(where, step);
      default -> {
        if (!PROSE.matcher(action).matches()) {
          throw new UnknownFormException("The step '" + action + "' is not known.");
        }
      }
    }
  }

  private void expect(String where, JsonNode step, String operation, JsonNode request) {
    calls.expect(where, step.path("answer"), () -> calls.call(operation, request));
  }

  private void call(String where, JsonNode step) {
    String operation = step.get("operation").textValue();
    JsonNode request = world.bindings().filled(step.get("input"));
    JsonNode measured = new AsFirstDescribed(world).resolved(step.path("answer"));
    calls.expect(where + " " + operation, measured, () -> calls.call(operation, request));
  }

  private ObjectNode execution() {
    return Json.NODES.objectNode().put(EXECUTION, world.executionArn());
  }

  private ObjectNode machine() {
    return Json.NODES.objectNode().put(MACHINE, world.machineArn());
  }

  private static ObjectNode texts(ObjectNode request, JsonNode step, String... names) {
    for (String name : names) {
      if (step.has(name)) {
        request.put(name, text(step.get(name)));
      }
    }
    return request;
  }

  /** What a request sends for a value: a text as it stands, else its JSON. */
  private static String text(JsonNode value) {
    return value.isTextual() ? value.textValue() : Json.text(value);
  }

  private ObjectNode withToken(JsonNode step) {
    String token =
        step.has("rawToken")
            ? step.get("rawToken").textValue()
            : world.task(step.path("token").asText(step.path("state").asText())).token();
    return Json.NODES.objectNode().put("taskToken", token);
  }

  private ObjectNode success(JsonNode step) {
    return texts(withToken(step), step, "output");
  }

  private ObjectNode failure(JsonNode step) {
    return texts(withToken(step), step, "error", "cause");
  }

  private ObjectNode update(JsonNode step) {
    JsonNode described = calls.call("DescribeStateMachine", Map.of(MACHINE, world.machineArn()));
    JsonNode definition = Json.parse(described.get("definition").textValue());
    step.get("change")
        .fields()
        .forEachRemaining(change -> put(definition, change.getKey(), change.getValue()));
    return machine().put("definition", Json.text(definition));
  }

  private static void put(JsonNode definition, String path, JsonNode value) {
    int last = path.lastIndexOf('.');
    JsonNode owner = definition;
    for (String name : last < 0 ? new String[0] : path.substring(0, last).split("\\.")) {
      owner = owner.path(name);
    }
    if (owner instanceof ObjectNode object) {
      object.set(path.substring(last + 1), value);
    } else {
      throw new UnknownFormException("The definition has nothing at '" + path + "'.");
    }
  }
}
