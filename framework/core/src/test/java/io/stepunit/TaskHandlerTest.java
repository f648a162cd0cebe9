package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.TaskReply.FailedStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskHandlerTest {
  private static final String SEND = "arn:aws:states:::sqs:sendMessage";
  private static final String RUN_TASK = "arn:aws:states:::ecs:runTask.sync";
  private static final JsonNode SUBMITTED = JsonNodeFactory.instance.objectNode().put("Id", "j-1");

  private static TestStateMachine machine(String resource) {
    return StepFunctionsEnvironment.create()
        .define(
            "order",
            """
            {"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "%s",
              "TimeoutSeconds": 60, "End": true}}}
            """
                .formatted(resource));
  }

  private static Execution run(String resource, TaskHandler handler) {
    TestStateMachine machine = machine(resource);
    machine.mock("Call").handledBy(handler);
    return machine.run(Map.of("id", 7));
  }

  private static List<String> types(Execution execution) {
    return execution.events().stream().map(event -> event.type().awsName()).toList();
  }

  @Test
  void sees_what_is_called_and_by_whom() {
    TestStateMachine machine = machine(SEND + ".waitForTaskToken");
    List<TaskRequest> seen = new ArrayList<>();
    machine
        .mock("Call")
        .handledBy(
            request -> {
              seen.add(request);
              return TaskReply.succeeds(request.input());
            });

    Execution run = machine.start(Map.of("id", 7), "run-1").finish();

    TaskRequest request = seen.get(0);
    assertThat(request.execution()).isEqualTo("run-1");
    assertThat(request.executionArn()).isEqualTo(run.arn());
    assertThat(request.stateMachineArn()).isEqualTo(machine.arn());
    assertThat(request.state()).isEqualTo("Call");
    assertThat(request.path()).isEqualTo("Call");
    assertThat(request.iterations()).isEmpty();
    assertThat(request.resource()).isEqualTo(SEND + ".waitForTaskToken");
    assertThat(request.input()).hasToString("{\"id\":7}");
    assertThat(request.attempt()).isEqualTo(1);
    assertThat(request.invocation()).isEqualTo(1);
    assertThat(request.taskToken()).isPresent();
    assertThat(request.clock().instant()).isEqualTo(run.startedAt());
    assertThat(request).hasToString("attempt 1 of 'Call' in run-1 with {\"id\":7}");
  }

  @ParameterizedTest
  @CsvSource({
    SEND + ", SCHEDULE, TaskScheduled, TaskStartFailed",
    SEND + ", START, TaskScheduled, TaskStartFailed",
    SEND + ", RUN, TaskStarted, TaskFailed",
    RUN_TASK + ", SUBMIT, TaskStarted, TaskSubmitFailed",
    RUN_TASK + ", CALL, TaskStarted, TaskFailed",
    RUN_TASK + ", RUN, TaskSubmitted, TaskFailed"
  })
  void says_at_which_step_a_call_fails(
      String resource, FailedStep step, String before, String failed) {
    Execution run = run(resource, request -> TaskReply.fails("Gone", "no queue").at(step));

    assertThat(types(run)).endsWith(before, failed, "ExecutionFailed");
    assertThat(run.error()).contains("Gone");
    assertThat(run.cause()).contains("no queue");
  }

  @Test
  void says_what_a_job_submits_and_how_long_it_takes() {
    Execution run =
        run(
            RUN_TASK,
            request ->
                new TaskReply.Succeeds(
                    TextNode.valueOf("done"),
                    Duration.ofSeconds(40),
                    List.of(),
                    Optional.of(SUBMITTED)));

    assertThat(run.output()).contains(TextNode.valueOf("done"));
    assertThat(run.duration()).isEqualTo(Duration.ofSeconds(40));
    assertThat(run.historyJson()).contains("{\\\"Id\\\":\\\"j-1\\\"}");
  }

  @Test
  void may_never_answer() {
    Execution run = run(SEND, request -> TaskReply.silence());

    assertThat(run.error()).contains("States.Timeout");
    assertThat(run.duration()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void fails_without_a_name_as_AWS_allows() {
    Execution run = run(SEND, request -> TaskReply.fails(null, null));

    assertThat(run.error()).isEmpty();
    assertThat(types(run)).endsWith("TaskFailed", "ExecutionFailed");
  }

  @Test
  void has_no_negative_times() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new TaskReply.Succeeds(
                    TextNode.valueOf("done"), Duration.ofSeconds(-1), List.of(), Optional.empty()))
        .withMessage("The time of a task's answer is negative: PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TaskReply.Silence(List.of(Duration.ofSeconds(-1)), Optional.empty()))
        .withMessage("The time of a heartbeat is negative: PT-1S");
  }
}
