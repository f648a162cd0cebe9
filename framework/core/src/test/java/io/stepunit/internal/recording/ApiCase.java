package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskReply;
import io.stepunit.TaskReply.FailedStep;
import io.stepunit.TaskRequest;
import io.stepunit.TestStateMachine;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.spi.AttemptReply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recorded sequence of calls of the service's API: makes the same calls, and compares what was
 * answered or refused.
 *
 * <p>The recording has words in place of what AWS made up. The machine is named by its word, and
 * the word of an execution stands for the one that the same step starts here.
 */
final class ApiCase {
  private static final String MACHINE = "stateMachineArn";
  private static final String EXECUTION = "executionArn";

  private final JsonNode json;
  private final StepFunctionsEnvironment env =
      StepFunctionsEnvironment.builder().account("111111111111").build();
  private final Map<String, String> executions = new HashMap<>();
  private final AnswerComparison answers;
  private Map<String, List<RecordedAttempt>> attempts = Map.of();
  private String lastExecution = "";

  ApiCase(JsonNode json) {
    this.json = json;
    this.answers = new AnswerComparison(json);
  }

  /** What differs, empty if nothing does. */
  String problems() {
    for (JsonNode step : json.path("expected").path("steps")) {
      step(step);
    }
    return answers.report();
  }

  private void step(JsonNode step) {
    String call = step.path("call").asText();
    ObjectNode request = resolved(step);
    try {
      JsonNode answer = call(call, step, request);
      if (step.has("exception")) {
        answers.differ(call, step.get("exception").toString(), "answered " + answer);
      } else if (call.equals("GetExecutionHistory")) {
        answers.history(step.get("response"), answer);
      } else if (step.has("key")) {
        answers.compare(call, step.get("response"), answer);
      }
    } catch (StepFunctionsException e) {
      refused(call, step, request, e);
    }
  }

  /** The request with what stands for the words in it. */
  private ObjectNode resolved(JsonNode step) {
    ObjectNode request = step.path("request").deepCopy();
    String machine = request.path(MACHINE).asText();
    if (machine.equals("<StateMachineArn>")) {
      request.put(MACHINE, arnOf(described()));
    } else if (!machine.isEmpty()) {
      request.put(MACHINE, name(machine));
    }
    if (request.has(EXECUTION)) {
      String word = request.get(EXECUTION).textValue();
      request.put(EXECUTION, executions.getOrDefault(last(word), stranger(word)));
    }
    return request;
  }

  /**
   * Once an execution was started, a word of no execution stands for the ARN of one that there is
   * not; before, it was sent as it stands.
   */
  private String stranger(String word) {
    return lastExecution.isEmpty() ? word : lastExecution + "-stranger";
  }

  private JsonNode described() {
    return json.path("expected").path("steps").path(0).path("response");
  }

  private String arnOf(JsonNode described) {
    String name = name(described.path("name").asText());
    return env.machines().stream()
        .filter(machine -> machine.name().equals(name))
        .findFirst()
        .orElseGet(() -> create(name, described.path("definition")))
        .arn();
  }

  private TestStateMachine create(String name, JsonNode definition) {
    TestStateMachine machine = env.define(name, Json.text(definition));
    if (!definition.findValues("Resource").isEmpty()) {
      machine.mockResource("*").handledBy(this::reply);
    }
    return machine;
  }

  private TaskReply reply(TaskRequest task) {
    AttemptReply recorded = attempts.get(task.state()).get(task.invocation() - 1).reply();
    if (recorded instanceof AttemptReply.Succeeds succeeds) {
      return new TaskReply.Succeeds(
          succeeds.result(), succeeds.after(), succeeds.heartbeats(), succeeds.submitted());
    }
    if (recorded instanceof AttemptReply.Fails fails) {
      return new TaskReply.Fails(
          Optional.ofNullable(fails.error()),
          Optional.ofNullable(fails.cause()),
          fails.after(),
          fails.heartbeats(),
          FailedStep.valueOf(fails.failure().name()),
          fails.submitted());
    }
    AttemptReply.Silence silence = (AttemptReply.Silence) recorded;
    return new TaskReply.Silence(silence.heartbeats(), silence.submitted());
  }

  private JsonNode call(String call, JsonNode step, ObjectNode request) {
    switch (call) {
      case "CreateStateMachine" -> {
        String arn = create(name(request.path("name").asText()), request.get("definition")).arn();
        ObjectNode answer =
            (ObjectNode) env.api().call("DescribeStateMachine", Map.of(MACHINE, arn));
        return answer.retain(MACHINE, "creationDate");
      }
      case "StartExecution" -> {
        String word = last(step.path("response").path(EXECUTION).asText());
        attempts = attemptsOf(word);
        JsonNode answer = env.api().call(call, request);
        lastExecution = answer.get(EXECUTION).textValue();
        executions.put(word, lastExecution);
        return answer;
      }
      default -> {
        env.runToEnd();
        return env.api().call(call, request);
      }
    }
  }

  /** What the Tasks of an execution were answered, which a later step tells. */
  private Map<String, List<RecordedAttempt>> attemptsOf(String word) {
    for (JsonNode step : json.path("expected").path("steps")) {
      boolean isHistory = step.path("call").asText().equals("GetExecutionHistory");
      if (isHistory && last(step.path("request").path(EXECUTION).asText()).equals(word)) {
        return HistoryAttempts.of(RecordedEvent.listOf(step.path("response").path("events")));
      }
    }
    return Map.of();
  }

  private void refused(String call, JsonNode step, ObjectNode request, StepFunctionsException e) {
    String asked = step.path("request").path(EXECUTION).asText();
    String message =
        asked.isEmpty()
            ? e.reason()
            : e.reason().replace(request.get(EXECUTION).textValue(), asked);
    answers.refusal(call, step.path("exception"), e, message);
  }

  private static String name(String word) {
    return AnswerComparison.withoutBrackets(word);
  }

  private static String last(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
