package io.stepunit;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.history.ExecutionStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskTokensTest {
  private static final String APPROVAL =
      """
      {"StartAt": "Approve", "States": {
        "Approve": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
          "Parameters": {"QueueUrl": "approvals", "MessageBody": {"token.$": "$$.Task.Token"}},
          "TimeoutSeconds": 86400,
          "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.refusal", "Next": "Refused"}],
          "Next": "Approved"},
        "Approved": {"Type": "Succeed"},
        "Refused": {"Type": "Succeed"}}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private RunningExecution parked() {
    return env.define("approval", APPROVAL).start("{}").runUntilParked();
  }

  @Test
  void a_token_brings_the_output_of_the_task() {
    RunningExecution run = parked();

    run.advance(ofHours(2));
    run.token("Approve").succeed(Map.of("by", "kim"));
    Execution ended = run.finish();

    assertThat(ended.path()).containsExactly("Approve", "Approved");
    assertThat(ended.output().orElseThrow().get("by").textValue()).isEqualTo("kim");
    assertThat(ended.duration()).isEqualTo(ofHours(2));
    assertThat(HistoryLines.of(ended))
        .startsWith(
            "ExecutionStarted<-0",
            "TaskStateEntered<-0",
            "TaskScheduled<-2",
            "TaskStarted<-3",
            "TaskSubmitted<-4",
            "TaskSucceeded<-5");
  }

  @Test
  void the_definition_sees_the_token_that_the_test_uses() {
    RunningExecution run = parked();

    String seen =
        run.snapshot()
            .visits("Approve")
            .get(0)
            .attempts()
            .get(0)
            .input()
            .orElseThrow()
            .at("/MessageBody/token")
            .textValue();

    assertThat(run.token("Approve").value()).isEqualTo(seen);
    assertThat(run.token(seen).value()).isEqualTo(seen);
  }

  @Test
  void a_token_brings_a_failure_that_catch_sees() {
    RunningExecution run = parked();

    run.token("Approve").fail("Refused", "too expensive");

    assertThat(run.finish().path()).containsExactly("Approve", "Refused");
  }

  @Test
  void a_token_that_comes_at_the_very_instant_of_the_deadline_wins() {
    RunningExecution run = parked();
    TaskToken token = run.token("Approve");
    env.define("sender", SENDER)
        .mock("Send")
        .answers(
            call -> {
              token.succeed(Map.of("by", "kim"));
              return Map.of();
            });
    RunningExecution sender = env.machines().get(1).start("{}");

    run.advance(ofDays(1));

    assertThat(sender.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.snapshot().path()).containsExactly("Approve", "Approved");
  }

  private static final String SENDER =
      """
      {"StartAt": "Wait", "States": {
        "Wait": {"Type": "Wait", "Seconds": 86400, "Next": "Send"},
        "Send": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}}}
      """;

  @Test
  void a_task_whose_token_never_comes_times_out() {
    RunningExecution run = parked();

    Execution ended = run.finish();

    assertThat(ended.path()).containsExactly("Approve", "Refused");
    assertThat(ended.duration()).isEqualTo(ofDays(1));
    assertThat(ended.output().orElseThrow().at("/refusal/Error").textValue())
        .isEqualTo("States.Timeout");
  }

  @Test
  void a_token_can_be_used_once() {
    RunningExecution run = parked();
    TaskToken token = run.token("Approve");
    token.succeed(Map.of());

    assertThatThrownBy(() -> token.succeed(Map.of()))
        .isInstanceOf(TaskTokenException.class)
        .hasMessageContaining("TaskTimedOut")
        .hasMessageContaining("used already");
  }

  @Test
  void a_token_is_dead_after_its_timeout() {
    RunningExecution run = parked();
    TaskToken token = run.token("Approve");

    run.advance(ofDays(1).plusMinutes(1));

    assertThatThrownBy(token::heartbeat).isInstanceOf(TaskTokenException.class);
  }

  @Test
  void asking_for_a_token_of_a_state_that_does_not_wait_tells_which_do() {
    RunningExecution run = parked();

    assertThatThrownBy(() -> run.token("Aprove"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'Aprove'")
        .hasMessageContaining("Waiting now: Approve")
        .hasMessageContaining("RUNNING");
  }

  @Test
  void asking_a_parent_for_the_token_of_its_child_tells_where_the_child_is() {
    env.define(
        "child",
        """
        {"StartAt": "Ask", "States": {"Ask": {"Type": "Task", "End": true,
          "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken"}}}
        """);
    RunningExecution run =
        env.define(
                "parent",
                """
                {"StartAt": "Child", "States": {"Child": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::states:startExecution.sync:2",
                  "Parameters": {"Name": "c-1", "StateMachineArn":
                    "arn:aws:states:us-east-1:123456789012:stateMachine:child"}}}}
                """)
            .start("{}")
            .runUntilParked();

    assertThatThrownBy(() -> run.token("Ask"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Waiting now: Child.")
        .hasMessageContaining("In other executions: Ask in 'c-1' of child; run.children()");
    assertThat(run.children().get(0).token("Ask").value()).isNotEmpty();
  }

  @Test
  void each_attempt_has_a_token_of_its_own() {
    RunningExecution run =
        env.define(
                "retried",
                """
                {"StartAt": "T", "States": {
                  "T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                    "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 60}],
                    "End": true}}}
                """)
            .start("{}")
            .runUntilParked();
    String first = run.token("T").value();

    run.token("T").fail("Busy", "later");
    run.advance(ofMinutes(1));

    assertThat(run.token("T").value()).isNotEqualTo(first);
  }

  @Test
  void iterations_are_told_apart_by_their_path() {
    RunningExecution run =
        env.define(
                "each",
                """
                {"StartAt": "Each", "States": {
                  "Each": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "T", "States": {
                    "T": {"Type": "Task", "End": true,
                      "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken"}}}}}}
                """)
            .start("[1, 2]")
            .runUntilParked();

    assertThatThrownBy(() -> run.token("T")).hasMessageContaining("Each[0]/T, Each[1]/T");
    run.token("Each[1]/T").succeed("\"second\"");
    run.token("T").succeed("\"first\"");

    assertThat(run.finish().output().orElseThrow())
        .extracting(node -> node.textValue())
        .isEqualTo(List.of("first", "second"));
  }

  @Test
  void waiting_for_a_token_lets_the_time_of_waits_pass_but_no_deadline() {
    RunningExecution run =
        env.define(
                "waits first",
                """
                {"StartAt": "W", "States": {
                  "W": {"Type": "Wait", "Seconds": 3600, "Next": "T"},
                  "T": {"Type": "Task", "TimeoutSeconds": 10, "End": true,
                    "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken"}}}
                """)
            .start("{}")
            .runUntilParked();

    assertThat(run.snapshot().duration()).isEqualTo(ofHours(1));
    assertThat(run.token("T").value()).isNotEmpty();
  }

  @Test
  void a_finish_that_no_time_can_bring_tells_what_is_waited_for() {
    RunningExecution run =
        env.define(
                "no deadline",
                """
                {"StartAt": "T", "States": {
                  "T": {"Type": "Task", "End": true,
                    "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken"}}}
                """)
            .start("{}");

    assertThatThrownBy(run::finish)
        .isInstanceOf(StuckExecutionError.class)
        .hasMessageContaining("T (no deadline:2) waits for its task token")
        .hasMessageContaining("run.token(");
  }
}
