package io.stepunit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.history.ExecutionStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the history of a redriven execution has after ExecutionRedriven, and which event each of
 * these points back to.
 */
class RedriveHistoryTest {
  private static final String TASK =
      "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:f\"";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private TestStateMachine define(String definition) {
    return env.define("machine", definition.replace("TASK", TASK));
  }

  /** The events from an id on. */
  private static List<String> from(int id, Execution execution) {
    List<String> lines = HistoryLines.of(execution);
    return lines.subList(id - 1, lines.size());
  }

  @Test
  void a_task_is_scheduled_under_its_one_entry_at_each_redrive() {
    TestStateMachine machine =
        define(
            """
            {"StartAt": "A", "States": {
              "A": {"Type": "Pass", "Next": "T"},
              "T": {TASK, "Next": "Z",
                "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1, "IntervalSeconds": 1}]},
              "Z": {"Type": "Pass", "End": true}}}
            """);
    machine.mock("T").fails("Busy", "503").times(4).thenReturns(1);
    Execution first = machine.run("{}");

    Execution second = machine.redrive(first).finish();
    Execution third = machine.redrive(second).finish();

    assertThat(from(4, third))
        .containsExactly(
            "TaskStateEntered<-3",
            "LambdaFunctionScheduled<-4",
            "LambdaFunctionStarted<-5",
            "LambdaFunctionFailed<-6",
            "LambdaFunctionScheduled<-7",
            "LambdaFunctionStarted<-8",
            "LambdaFunctionFailed<-9",
            "ExecutionFailed<-10",
            "ExecutionRedriven<-11",
            "LambdaFunctionScheduled<-4",
            "LambdaFunctionStarted<-13",
            "LambdaFunctionFailed<-14",
            "LambdaFunctionScheduled<-15",
            "LambdaFunctionStarted<-16",
            "LambdaFunctionFailed<-17",
            "ExecutionFailed<-18",
            "ExecutionRedriven<-19",
            "LambdaFunctionScheduled<-4",
            "LambdaFunctionStarted<-21",
            "LambdaFunctionSucceeded<-22",
            "TaskStateExited<-23",
            "PassStateEntered<-24",
            "PassStateExited<-25",
            "ExecutionSucceeded<-26");
  }

  @Test
  void a_wait_that_was_stopped_begins_its_whole_time_again_under_its_one_entry() {
    RunningExecution run =
        define(
                """
                {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 30, "End": true}}}
                """)
            .start("{}")
            .advance(ofSeconds(20));
    run.stop("Enough", "for now");

    Execution redriven = run.redrive().finish();

    assertThat(HistoryLines.of(redriven))
        .containsExactly(
            "ExecutionStarted<-0",
            "WaitStateEntered<-0",
            "ExecutionAborted<-0",
            "ExecutionRedriven<-3",
            "WaitStateExited<-2",
            "ExecutionSucceeded<-5");
    assertThat(redriven.duration()).isEqualTo(ofSeconds(50));
  }

  @Test
  void an_execution_that_timed_out_goes_on_under_the_entry_of_its_task() {
    TestStateMachine machine =
        define(
            """
            {"TimeoutSeconds": 8, "StartAt": "T", "States": {"T": {TASK, "End": true}}}
            """);
    machine.mock("T").neverAnswers().thenReturns(1);
    Execution failed = machine.run("{}");

    Execution redriven = machine.redrive(failed).finish();

    assertThat(from(5, redriven))
        .containsExactly(
            "ExecutionTimedOut<-0",
            "ExecutionRedriven<-5",
            "LambdaFunctionScheduled<-2",
            "LambdaFunctionStarted<-7",
            "LambdaFunctionSucceeded<-8",
            "TaskStateExited<-9",
            "ExecutionSucceeded<-10");
  }

  @Test
  void a_fail_state_fails_at_once_without_a_second_entry() {
    TestStateMachine machine =
        define(
            """
            {"StartAt": "F", "States": {
              "F": {"Type": "Fail", "Error": "Refused", "Cause": "for good"}}}
            """);

    Execution redriven = machine.redrive(machine.run("{}")).finish();

    assertThat(HistoryLines.of(redriven))
        .containsExactly(
            "ExecutionStarted<-0",
            "FailStateEntered<-0",
            "ExecutionFailed<-2",
            "ExecutionRedriven<-3",
            "ExecutionFailed<-4");
    assertThat(redriven.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(redriven.error()).hasValue("Refused");
    assertThat(redriven.cause()).hasValue("for good");
  }

  @Test
  void a_state_whose_fields_cannot_be_evaluated_fails_again_under_its_one_entry() {
    TestStateMachine machine =
        define(
            """
            {"StartAt": "P", "States": {
              "P": {"Type": "Pass", "OutputPath": "$.missing", "End": true}}}
            """);

    Execution redriven = machine.redrive(machine.run("{}")).finish();

    assertThat(HistoryLines.of(redriven))
        .containsExactly(
            "ExecutionStarted<-0",
            "PassStateEntered<-0",
            "ExecutionFailed<-2",
            "ExecutionRedriven<-3",
            "ExecutionFailed<-2");
  }

  @Test
  void a_parallel_is_not_started_again_and_its_branches_go_on_under_their_own_entries() {
    TestStateMachine machine =
        define(
            """
            {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "Kept", "States": {"Kept": {TASK, "End": true}}},
              {"StartAt": "Broken", "States": {"Broken": {TASK, "End": true}}},
              {"StartAt": "Cut", "States": {"Cut": {"Type": "Wait", "Seconds": 30, "End": true}}}]}}}
            """);
    machine.mock("Kept").returns(1);
    machine.mock("Broken").fails("Bad", "branch").taking(ofSeconds(5)).thenReturns(2);

    Execution redriven = machine.redrive(machine.run("{}")).finish();

    assertThat(HistoryLines.of(redriven))
        .containsExactly(
            "ExecutionStarted<-0",
            "ParallelStateEntered<-0",
            "ParallelStateStarted<-2",
            "TaskStateEntered<-3",
            "LambdaFunctionScheduled<-4",
            "TaskStateEntered<-3",
            "LambdaFunctionScheduled<-6",
            "WaitStateEntered<-3",
            "LambdaFunctionStarted<-5",
            "LambdaFunctionStarted<-7",
            "LambdaFunctionSucceeded<-9",
            "TaskStateExited<-11",
            "LambdaFunctionFailed<-10",
            "TaskStateAborted<-13",
            "WaitStateAborted<-13",
            "ParallelStateFailed<-13",
            "ExecutionFailed<-16",
            "ExecutionRedriven<-17",
            "LambdaFunctionScheduled<-6",
            "LambdaFunctionStarted<-19",
            "LambdaFunctionSucceeded<-20",
            "TaskStateExited<-21",
            "WaitStateExited<-8",
            "ParallelStateSucceeded<-23",
            "ParallelStateExited<-23",
            "ExecutionSucceeded<-25");
  }

  @Test
  void a_map_starts_only_the_iterations_that_had_not_begun() {
    TestStateMachine machine =
        define(
            """
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "MaxConcurrency": 1, "End": true,
              "ItemProcessor": {"StartAt": "T", "States": {"T": {TASK, "End": true}}}}}}
            """);
    machine.mock("T").answers(call -> call.input());
    machine.mock("Each[1]/T").fails("Bad", "item").thenReturns(2);

    Execution redriven = machine.redrive(machine.run("[1, 2, 3]")).finish();

    assertThat(from(16, redriven))
        .containsExactly(
            "MapIterationFailed<-15",
            "TaskStateAborted<-15",
            "MapStateFailed<-15",
            "ExecutionFailed<-18",
            "ExecutionRedriven<-19",
            "LambdaFunctionScheduled<-12",
            "LambdaFunctionStarted<-21",
            "LambdaFunctionSucceeded<-22",
            "TaskStateExited<-23",
            "MapIterationSucceeded<-24",
            "MapIterationStarted<-24",
            "TaskStateEntered<-26",
            "LambdaFunctionScheduled<-27",
            "LambdaFunctionStarted<-28",
            "LambdaFunctionSucceeded<-29",
            "TaskStateExited<-30",
            "MapIterationSucceeded<-31",
            "MapStateSucceeded<-32",
            "MapStateExited<-32",
            "ExecutionSucceeded<-34");
  }

  @Test
  void a_map_within_a_parallel_goes_on_under_the_entry_of_its_innermost_state() {
    TestStateMachine machine =
        define(
            """
            {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true,
                "ItemProcessor": {"StartAt": "T", "States": {"T": {TASK, "End": true}}}}}}]}}}
            """);
    machine.mock("T").fails("Bad", "item").times(2).thenReturns(2);

    Execution second = machine.redrive(machine.run("[1]")).finish();
    Execution third = machine.redrive(second).finish();

    assertThat(from(4, third))
        .containsExactly(
            "MapStateEntered<-3",
            "MapStateStarted<-4",
            "MapIterationStarted<-5",
            "TaskStateEntered<-6",
            "LambdaFunctionScheduled<-7",
            "LambdaFunctionStarted<-8",
            "LambdaFunctionFailed<-9",
            "MapIterationFailed<-10",
            "TaskStateAborted<-10",
            "MapStateFailed<-10",
            "ParallelStateFailed<-13",
            "ExecutionFailed<-14",
            "ExecutionRedriven<-15",
            "LambdaFunctionScheduled<-7",
            "LambdaFunctionStarted<-17",
            "LambdaFunctionFailed<-18",
            "MapIterationFailed<-19",
            "TaskStateAborted<-19",
            "MapStateFailed<-19",
            "ParallelStateFailed<-22",
            "ExecutionFailed<-23",
            "ExecutionRedriven<-24",
            "LambdaFunctionScheduled<-7",
            "LambdaFunctionStarted<-26",
            "LambdaFunctionSucceeded<-27",
            "TaskStateExited<-28",
            "MapIterationSucceeded<-29",
            "MapStateSucceeded<-30",
            "MapStateExited<-30",
            "ParallelStateSucceeded<-32",
            "ParallelStateExited<-32",
            "ExecutionSucceeded<-34");
  }

  @Test
  void a_branch_that_was_about_to_enter_a_state_enters_it_after_the_one_before() {
    TestStateMachine machine =
        define(
            """
            {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "One", "States": {
                "One": {"Type": "Pass", "Next": "Two"},
                "Two": {"Type": "Pass", "End": true}}},
              {"StartAt": "TooLarge", "States": {"TooLarge": {
                "Type": "Pass", "Parameters": {"a.$": "$", "b.$": "$"}, "End": true}}}]}}}
            """);
    Execution failed = machine.run("\"" + "x".repeat(200_000) + "\"");
    assertThat(failed.error()).hasValue("States.DataLimitExceeded");

    Execution redriven = machine.redrive(failed).finish();

    assertThat(from(4, redriven))
        .containsExactly(
            "PassStateEntered<-3",
            "PassStateExited<-4",
            "PassStateEntered<-3",
            "ExecutionFailed<-6",
            "ExecutionRedriven<-7",
            "PassStateEntered<-5",
            "PassStateExited<-9",
            "ExecutionFailed<-6");
  }
}
