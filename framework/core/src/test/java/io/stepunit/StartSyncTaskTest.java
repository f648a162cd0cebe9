package io.stepunit;

import static io.stepunit.history.EventType.TASK_SCHEDULED;
import static io.stepunit.history.EventType.TASK_STARTED;
import static io.stepunit.history.EventType.TASK_STATE_ENTERED;
import static io.stepunit.history.EventType.TASK_STATE_EXITED;
import static io.stepunit.history.EventType.TASK_SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.HistoryEvent;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tasks that run an Express execution and wait for its end. */
class StartSyncTaskTest {
  private static final String PARENT =
      """
      {
        "StartAt": "Ask",
        "States": {
          "Ask": {
            "Type": "Task",
            "Resource": "arn:aws:states:::aws-sdk:sfn:startSyncExecution",
            "Parameters": {
              "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:child",
              "Input": {"id": 7}
            },
            "TimeoutSeconds": 400,
            "End": true
          }
        }
      }
      """;

  private static final String CHILD =
      """
      {
        "StartAt": "Work",
        "States": {"Work": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "work", "Payload.$": "$"}, "OutputPath": "$.Payload", "End": true}}
      }
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine parent = env.define("parent", PARENT);

  private TestStateMachine child(WorkflowType type) {
    return env.define("child", CHILD, type);
  }

  @Test
  void the_task_gets_the_answer_with_the_output_as_text_and_the_bill() {
    child(WorkflowType.EXPRESS)
        .mock("Work")
        .returnsPayload(Map.of("done", true))
        .taking(Duration.ofMillis(1250));

    Execution run = parent.run("{}");

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.outputAt("$.Status").orElseThrow().asText()).isEqualTo("SUCCEEDED");
    assertThat(run.outputAt("$.Input").orElseThrow().asText()).isEqualTo("{\"id\":7}");
    assertThat(run.outputAt("$.Output").orElseThrow().asText()).isEqualTo("{\"done\":true}");
    assertThat(run.outputAt("$.StopDate").orElseThrow().asText())
        .isEqualTo("2026-01-01T00:00:01.250Z");
    assertThat(run.outputAt("$.BillingDetails").orElseThrow().toString())
        .isEqualTo("{\"BilledDurationInMilliseconds\":1300,\"BilledMemoryUsedInMB\":64}");
    assertThat(run.events())
        .extracting(HistoryEvent::type)
        .containsSubsequence(
            TASK_STATE_ENTERED, TASK_SCHEDULED, TASK_STARTED, TASK_SUCCEEDED, TASK_STATE_EXITED)
        .hasSize(7);
  }

  @Test
  void a_child_that_fails_does_not_fail_the_task() {
    child(WorkflowType.EXPRESS).mock("Work").fails("Work.Broken", "no tools");

    Execution run = parent.run("{}");

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.outputAt("$.Status").orElseThrow().asText()).isEqualTo("FAILED");
    assertThat(run.outputAt("$.Error").orElseThrow().asText()).isEqualTo("Work.Broken");
    assertThat(run.outputAt("$.Cause").orElseThrow().asText()).isEqualTo("no tools");
    assertThat(run.outputAt("$.Output")).isEmpty();
  }

  @Test
  void a_child_that_hangs_is_answered_after_five_minutes() {
    child(WorkflowType.EXPRESS).mock("Work").neverAnswers();

    Execution run = parent.run("{}");

    assertThat(run.duration()).isEqualTo(Duration.ofMinutes(5));
    assertThat(run.outputAt("$.Status").orElseThrow().asText()).isEqualTo("TIMED_OUT");
    assertThat(run.outputAt("$.Error").orElseThrow().asText()).isEqualTo("States.Timeout");
  }

  @Test
  void a_standard_child_is_refused() {
    child(WorkflowType.STANDARD).mock("Work").returnsPayload(1).lenient();

    Execution run = parent.run("{}");

    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.error()).contains("Sfn.StateMachineTypeNotSupportedException");
    assertThat(run.cause().orElseThrow())
        .startsWith("This operation is not supported by this type of state machine (Service: Sfn");
  }

  @Test
  void a_parent_that_is_stopped_does_not_stop_the_child() {
    TestStateMachine child = child(WorkflowType.EXPRESS);
    child.mock("Work").returnsPayload(1).taking(Duration.ofMinutes(2));
    RunningExecution run = parent.start("{}");
    run.advance(Duration.ofMinutes(1));

    run.stop();
    env.advance(Duration.ofMinutes(1));

    assertThat(run.status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(child.execution().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void the_api_answers_the_same_way_in_camel_case() {
    TestStateMachine child = child(WorkflowType.EXPRESS);
    child.mock("Work").returnsPayload(Map.of("done", true)).taking(Duration.ofSeconds(2));

    var answer = env.api().call("StartSyncExecution", Map.of("stateMachineArn", child.arn()));

    assertThat(answer.path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(answer.path("output").asText()).isEqualTo("{\"done\":true}");
    assertThat(answer.path("billingDetails").path("billedDurationInMilliseconds").asInt())
        .isEqualTo(2000);
  }
}
