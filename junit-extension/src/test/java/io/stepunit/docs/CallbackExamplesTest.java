package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.assertThatThrownBy;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskToken;
import io.stepunit.TaskTokenException;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachine;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.mock.SentMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of docs/guide/callbacks.md. */
@StateMachineTest("approval.asl.json")
class CallbackExamplesTest {
  private static final Map<String, Object> ORDER = Map.of("id", 7);

  @Test
  void driven_by_hand(TestStateMachine machine) {
    RunningExecution run = machine.start(ORDER).runUntilParked();

    run.advance(ofMinutes(50));
    run.token("AwaitApproval").heartbeat();
    run.advance(ofMinutes(50));
    run.token("AwaitApproval").succeed(Map.of("by", "kim"));

    Execution execution = run.finish();
    assertThat(execution)
        .isSucceeded()
        .hasOutputAt("$.approval.by", "kim")
        .state("AwaitApproval", approval -> approval.hasDuration(ofMinutes(100)));
  }

  @Test
  void a_missed_heartbeat(TestStateMachine machine) {
    RunningExecution run = machine.start(ORDER).runUntilParked();

    run.advance(ofHours(2));

    assertThat(run.snapshot()).isFailed().hasError("Approval.TooLate").hasDuration(ofHours(1));
  }

  @Test
  void a_token_that_is_dead(TestStateMachine machine) {
    RunningExecution run = machine.start(ORDER).runUntilParked();
    TaskToken token = run.token("AwaitApproval");

    run.advance(ofDays(2));

    assertThatThrownBy(() -> token.succeed(Map.of("by", "kim")))
        .isInstanceOf(TaskTokenException.class)
        .hasMessageContaining("TaskTimedOut");
  }

  @Test
  void a_failure_sent(TestStateMachine machine) {
    RunningExecution run = machine.start(ORDER).runUntilParked();

    run.token("AwaitApproval").fail("Desk.Closed", "Sunday");

    assertThat(run.finish()).isFailed().hasError("Desk.Closed").hasCause("Sunday");
  }

  @Test
  void scripted(TestStateMachine machine) {
    machine.mock("AwaitApproval").isCalledBackAfter(ofMinutes(40)).with(Map.of("by", "kim"));

    assertThat(machine.run(ORDER)).isSucceeded().hasDuration(ofMinutes(40));
  }

  @Test
  void what_the_task_was_asked(TestStateMachine machine) {
    RunningExecution run = machine.start(ORDER).runUntilParked();

    assertThat(run.snapshot())
        .state(
            "AwaitApproval",
            approval ->
                approval.hasTaskInputAt(
                    "$.MessageBody.taskToken", run.token("AwaitApproval").value()));
  }

  @Test
  void the_token_comes_from_the_message(
      @StateMachine("reminders.asl.json") TestStateMachine machine, StepFunctionsEnvironment env) {
    machine.mockService("sns").capturedBy(env.outbox());
    RunningExecution run = machine.start(ORDER).runUntilParked();

    SentMessage message = env.outbox().sent("sns").get(0);
    String token = message.messageAt("$.taskToken").orElseThrow().asText();
    run.token(token).succeed(Map.of("by", "kim"));

    assertThat(run.finish()).isSucceeded().hasOutput(Map.of("by", "kim"));
  }

  @Test
  void each_attempt_has_a_token_of_its_own(
      @StateMachine("reminders.asl.json") TestStateMachine machine) {
    RunningExecution run = machine.start(ORDER).runUntilParked();
    TaskToken first = run.token("AskDesk");

    run.advance(ofHours(30));

    TaskToken second = run.token("AskDesk");
    assertThatThrownBy(() -> first.succeed(Map.of("by", "kim")))
        .isInstanceOf(TaskTokenException.class);
    second.succeed(Map.of("by", "kim"));
    assertThat(run.finish())
        .isSucceeded()
        .hasCallInputsAt("AskDesk", "$.Message.reminder", 0, 1)
        .hasCallInputsAt("AskDesk", "$.Message.taskToken", first.value(), second.value());
  }

  @Test
  void scripted_attempts(@StateMachine("reminders.asl.json") TestStateMachine machine) {
    machine
        .mock("AskDesk")
        .neverAnswers()
        .then()
        .isCalledBackAfter(ofHours(3))
        .with(Map.of("by", "kim"));

    assertThat(machine.run(ORDER))
        .state("AskDesk", ask -> ask.hasAttempts(2).hasDuration(ofHours(27).plusSeconds(1)));
  }

  @Test
  void a_token_used_twice(TestStateMachine machine) {
    RunningExecution run = machine.start(ORDER).runUntilParked();
    TaskToken token = run.token("AwaitApproval");

    token.succeed(Map.of("by", "kim"));

    assertThatThrownBy(() -> token.fail("Refused", "changed my mind"))
        .isInstanceOf(TaskTokenException.class)
        .hasMessageContaining("TaskTimedOut");
    assertThat(run.finish()).isSucceeded();
  }

  @Test
  void a_token_of_an_execution_that_was_stopped(TestStateMachine machine) {
    RunningExecution run = machine.start(ORDER).runUntilParked();
    TaskToken token = run.token("AwaitApproval");

    run.stop("Withdrawn", "bought elsewhere");

    assertThatThrownBy(token::heartbeat)
        .isInstanceOf(TaskTokenException.class)
        .hasMessageContaining("TaskTimedOut");
    assertThat(run.snapshot()).isAborted();
  }

  @Test
  void a_state_that_does_not_wait(TestStateMachine machine) {
    RunningExecution run = machine.start(ORDER).runUntilParked();

    assertThatThrownBy(() -> run.token("AwaitAproval"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Waiting now: AwaitApproval");
  }

  @Test
  void many_tokens_at_once(StepFunctionsEnvironment env) {
    TestStateMachine machine =
        env.define(
            "lines",
            """
            {
              "StartAt": "Lines",
              "States": {
                "Lines": {
                  "Type": "Map",
                  "End": true,
                  "ItemProcessor": {
                    "StartAt": "Approve",
                    "States": {
                      "Approve": {
                        "Type": "Task",
                        "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
                        "Parameters": {
                          "FunctionName": "ask",
                          "Payload": {"taskToken.$": "$$.Task.Token"}
                        },
                        "End": true
                      }
                    }
                  }
                }
              }
            }
            """);
    RunningExecution run = machine.start(List.of("ink", "paper")).runUntilParked();

    run.token("Lines[1]/Approve").succeed("\"yes\"");
    run.token("Lines[0]/Approve").succeed("\"no\"");

    assertThat(run.finish()).hasOutput(List.of("no", "yes"));
  }
}
