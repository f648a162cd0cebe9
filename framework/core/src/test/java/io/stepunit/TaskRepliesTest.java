package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import io.stepunit.internal.spi.AttemptReply;
import io.stepunit.internal.spi.AttemptReply.FailedStep;
import io.stepunit.internal.spi.AttemptRequest;
import io.stepunit.internal.spi.TaskDispatcher;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskRepliesTest {
  private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:pick";

  private final StepFunctionsEnvironment environment = StepFunctionsEnvironment.create();

  private Execution run(String resource, TaskDispatcher tasks) {
    return run(resource, "", tasks);
  }

  private Execution run(String resource, String fields, TaskDispatcher tasks) {
    String definition =
        """
        {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "%s", %s "End": true}}}
        """
            .formatted(resource, fields);
    return StepFunctionsEnvironment.create()
        .define("machine", definition)
        .start("{}", null, tasks)
        .finish();
  }

  private static List<String> types(Execution execution) {
    return execution.events().stream().map(event -> event.type().awsName()).toList();
  }

  @Test
  void a_refused_call_was_never_submitted() {
    Execution refused =
        run("arn:aws:states:::sqs:sendMessage.waitForTaskToken", request -> fails(FailedStep.CALL));
    Execution failed =
        run("arn:aws:states:::sqs:sendMessage.waitForTaskToken", request -> fails(FailedStep.RUN));

    assertThat(types(refused))
        .containsSubsequence("TaskStarted", "TaskFailed")
        .doesNotContain("TaskSubmitted");
    assertThat(types(failed)).containsSubsequence("TaskStarted", "TaskSubmitted", "TaskFailed");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:states:::sqs:sendMessage, SCHEDULE, TaskScheduled, TaskStartFailed",
    "arn:aws:states:::sqs:sendMessage, START, TaskScheduled, TaskStartFailed",
    "arn:aws:states:::sqs:sendMessage, RUN, TaskStarted, TaskFailed",
    "arn:aws:states:::ecs:runTask.sync, START, TaskScheduled, TaskStartFailed",
    "arn:aws:states:::ecs:runTask.sync, SUBMIT, TaskStarted, TaskSubmitFailed",
    "arn:aws:states:::ecs:runTask.sync, RUN, TaskSubmitted, TaskFailed",
    "arn:aws:lambda:us-east-1:123456789012:function:f, SCHEDULE, LambdaFunctionScheduled,"
        + " LambdaFunctionScheduleFailed",
    "arn:aws:lambda:us-east-1:123456789012:function:f, START, LambdaFunctionScheduled,"
        + " LambdaFunctionStartFailed",
    "arn:aws:lambda:us-east-1:123456789012:function:f, RUN, LambdaFunctionStarted,"
        + " LambdaFunctionFailed",
    ACTIVITY + ", SCHEDULE, ActivityScheduled, ActivityScheduleFailed",
    ACTIVITY + ", RUN, ActivityStarted, ActivityFailed"
  })
  void the_step_at_which_a_call_fails_decides_of_the_event(
      String resource, FailedStep step, String before, String failed) {
    Execution run = run(resource, request -> fails(step));

    List<String> types = types(run);
    assertThat(types.subList(types.size() - 3, types.size()))
        .containsExactly(before, failed, "ExecutionFailed");
    assertThat(run.error()).contains("Gone");
    assertThat(run.cause()).contains("no queue");
  }

  private static AttemptReply fails(FailedStep step) {
    return new AttemptReply.Fails(
        "Gone", "no queue", Duration.ZERO, List.of(), step, Optional.empty());
  }

  @Test
  void the_worker_of_an_activity_tells_its_name() {
    Execution run =
        run(
            ACTIVITY,
            request ->
                new AttemptReply.Polled(
                    "worker-7", AttemptReply.succeeds(TextNode.valueOf("done"))));

    assertThat(run.historyJson()).contains("\"workerName\": \"worker-7\"");
    assertThat(run.output()).contains(TextNode.valueOf("done"));
  }

  @Test
  void a_task_of_a_deleted_activity_fails_before_it_is_scheduled() {
    TaskDispatcher tasks =
        new TaskDispatcher() {
          @Override
          public AttemptReply dispatch(AttemptRequest request) {
            throw new AssertionError("nothing may be called");
          }

          @Override
          public boolean activityExists(String activityArn) {
            return false;
          }
        };

    Execution run = run(ACTIVITY, tasks);

    assertThat(types(run))
        .containsExactly("ExecutionStarted", "TaskStateEntered", "ExecutionFailed");
    assertThat(run.error()).contains("States.Runtime");
    assertThat(run.cause())
        .contains(
            "An error occurred while executing the state 'T' (entered at the event id #2). The"
                + " activity "
                + ACTIVITY
                + " does not exist.");
  }

  @Test
  void headers_and_query_parameters_of_api_gateway_hold_lists() {
    TaskDispatcher answers = request -> AttemptReply.succeeds(TextNode.valueOf("ok"));

    String call =
        "\"Parameters\": {\"ApiEndpoint\": \"a\", \"Method\": \"GET\", \"Headers\": {\"a\": %s}},";
    Execution good = run("arn:aws:states:::apigateway:invoke", call.formatted("[\"b\"]"), answers);
    Execution bad = run("arn:aws:states:::apigateway:invoke", call.formatted("\"b\""), answers);

    assertThat(good.output()).contains(TextNode.valueOf("ok"));
    assertThat(bad.error()).contains("States.Runtime");
    assertThat(bad.cause().orElseThrow())
        .endsWith(
            "\"Headers\":{\"a\":\"b\"}}' could not be used to start the Task: [The"
                + " value of the field 'Headers' has an invalid format]");
  }

  @Test
  void a_text_that_holds_a_number_serves_as_max_concurrency() {
    String map =
        """
        {"StartAt": "M", "States": {"M": {"Type": "Map", "ItemsPath": "$.items",
          "MaxConcurrencyPath": "$.limit", "ItemProcessor": {"StartAt": "P",
          "States": {"P": {"Type": "Pass", "End": true}}}, "End": true}}}
        """;
    TestStateMachine machine = environment.define("map", map);

    assertThat(machine.run("{\"items\": [1], \"limit\": \"1\"}").error()).isEmpty();
    assertThat(machine.run("{\"items\": [1], \"limit\": \"x\"}").cause().orElseThrow())
        .endsWith(
            "The MaxConcurrencyPath field refers to value \"x\" which is not a valid integer:"
                + " $.limit");
  }
}
