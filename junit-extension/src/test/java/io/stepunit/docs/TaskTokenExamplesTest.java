package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.assertThatThrownBy;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import io.stepunit.RunningExecution;
import io.stepunit.TaskToken;
import io.stepunit.TaskTokenException;
import io.stepunit.TestStateMachine;
import io.stepunit.history.Execution;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of docs/task-tokens.md. */
@StateMachineTest("approval.asl.json")
class TaskTokenExamplesTest {
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
        .state("AwaitApproval", approval -> approval.lasted(ofMinutes(100)));
  }

  @Test
  void a_missed_heartbeat(TestStateMachine machine) {
    RunningExecution run = machine.start(ORDER).runUntilParked();

    run.advance(ofHours(2));

    assertThat(run.snapshot())
        .isFailed()
        .hasError("Approval.TooLate")
        .hasVirtualDuration(ofHours(1));
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

    assertThat(machine.run(ORDER)).isSucceeded().hasVirtualDuration(ofMinutes(40));
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
}
