package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.StuckExecutionError;
import io.stepunit.TestStateMachine;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.internal.json.Json;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a case recorded beside the execution: answers and refusals of calls, and what arrived at
 * other services. The machine runs once more, with an outbox in the place of those services.
 */
final class OtherAnswers {
  private static final String MACHINE = "stateMachineArn";
  private static final String EXECUTION = "executionArn";
  private static final Pattern REFUSED = Pattern.compile("(\\w+)_error");
  private static final List<String> SERVICES = List.of("sqs", "sns", "events", "s3");

  private final JsonNode json;
  private final JsonNode other;
  private final AnswerComparison answers;
  private final StepFunctionsEnvironment env;

  OtherAnswers(JsonNode json) {
    this.json = json;
    this.other = json.path("expected").path("other");
    this.answers = new AnswerComparison(json);
    this.env = CaseRecording.of(json).environment().build();
  }

  /** What differs, empty if nothing does. */
  String problems() {
    if (other.isMissingNode()) {
      return "";
    }
    CaseRecording recording = CaseRecording.of(json);
    TestStateMachine machine =
        env.define(
            "recorded",
            recording.definition(),
            WorkflowType.valueOf(json.path("type").asText(WorkflowType.STANDARD.name())));
    SERVICES.stream()
        .filter(service -> calls(service, recording.definition()))
        .forEach(service -> machine.mockService(service).capturedBy(env.outbox()));
    compareCreation(machine);
    if (isAboutTheExecution()) {
      compareExecution(machine, recording.recorded().input());
    }
    return answers.report();
  }

  private static boolean calls(String service, String definition) {
    return Pattern.compile("states:::(?:aws-sdk:)?" + service + ":").matcher(definition).find();
  }

  /** CreateStateMachine is no call of the simulated API: the machine tells what it would answer. */
  private void compareCreation(TestStateMachine machine) {
    ObjectNode described =
        (ObjectNode) env.api().call("DescribeStateMachine", Map.of(MACHINE, machine.arn()));
    ObjectNode created = described.retain(MACHINE, "creationDate");
    for (String key : List.of("creation_resp", "creation_response")) {
      if (other.has(key)) {
        answers.compare(key, other.get(key), created);
      }
    }
  }

  private boolean isAboutTheExecution() {
    for (Iterator<String> keys = other.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!key.startsWith("creation_") && !key.equals("create_activity_output")) {
        return true;
      }
    }
    return false;
  }

  private void compareExecution(TestStateMachine machine, JsonNode input) {
    JsonNode started =
        env.api().call("StartExecution", Map.of(MACHINE, machine.arn(), "input", Json.text(input)));
    String execution = started.get(EXECUTION).textValue();
    if (other.has("exec_resp")) {
      answers.compare("exec_resp", other.get("exec_resp"), started);
    }
    if (other.has("stop_res")) {
      answers.compare(
          "stop_res",
          other.get("stop_res"),
          env.api().call("StopExecution", Map.of(EXECUTION, execution)));
    }
    refusals(Map.of(MACHINE, machine.arn(), EXECUTION, execution));
    runToEnd();
    new Arrived(other, env, answers).compare(execution);
  }

  /** What nobody sends is waited for. */
  private void runToEnd() {
    try {
      env.runToEnd();
    } catch (StuckExecutionError e) {
      return;
    }
  }

  private void refusals(Map<String, String> request) {
    for (Iterator<String> keys = other.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      Matcher refused = REFUSED.matcher(key);
      if (refused.matches()) {
        String operation = operation(refused.group(1));
        refusal(operation, request, other.get(key));
      }
    }
  }

  private void refusal(String operation, Map<String, String> request, JsonNode recorded) {
    try {
      JsonNode answer = env.api().call(operation, request);
      answers.differ(operation, recorded.toString(), "answered " + answer);
    } catch (StepFunctionsException e) {
      answers.refusal(operation, recorded, e, e.reason());
    }
  }

  /** {@code list_executions} is the word of a client library for {@code ListExecutions}. */
  private static String operation(String word) {
    return Pattern.compile("(?:^|_)(\\w)(?=[a-z])")
        .matcher(word)
        .replaceAll(first -> first.group(1).toUpperCase(Locale.ROOT));
  }
}
