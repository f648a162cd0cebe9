package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.history.ExecutionStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Histories that were measured on AWS and that no recording shows: types, order, previousEventId.
 * {@code docs/fidelity.md} lists them as measured.
 */
class MeasuredHistoriesTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private TestStateMachine machine(String definition) {
    return env.define("measured", definition);
  }

  @Nested
  class A_parallel {
    @Test
    void chains_each_branch_from_its_start_and_ends_after_the_latest_event() {
      Execution run =
          machine(
                  """
                  {"StartAt": "Both", "States": {
                    "Both": {"Type": "Parallel", "Next": "After", "Branches": [
                      {"StartAt": "A1", "States": {
                        "A1": {"Type": "Pass", "Next": "A2"}, "A2": {"Type": "Pass", "End": true}}},
                      {"StartAt": "B1", "States": {
                        "B1": {"Type": "Pass", "Next": "B2"}, "B2": {"Type": "Pass", "End": true}}}]},
                    "After": {"Type": "Pass", "End": true}}}
                  """)
              .run("{}");

      assertThat(HistoryLines.of(run))
          .containsExactly(
              "ExecutionStarted<-0",
              "ParallelStateEntered<-0",
              "ParallelStateStarted<-2",
              "PassStateEntered<-3",
              "PassStateExited<-4",
              "PassStateEntered<-3",
              "PassStateExited<-6",
              "PassStateEntered<-5",
              "PassStateExited<-8",
              "PassStateEntered<-7",
              "PassStateExited<-10",
              "ParallelStateSucceeded<-11",
              "ParallelStateExited<-11",
              "PassStateEntered<-13",
              "PassStateExited<-14",
              "ExecutionSucceeded<-15");
    }

    @Test
    void ends_the_execution_at_once_where_a_path_of_a_branch_leads_nowhere() {
      Execution run =
          machine(
                  """
                  {"StartAt": "Both", "States": {
                    "Both": {"Type": "Parallel", "End": true,
                      "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Caught"}],
                      "Branches": [
                        {"StartAt": "Fast", "States": {"Fast": {"Type": "Pass",
                          "Parameters": {"m.$": "$.nope"}, "End": true}}},
                        {"StartAt": "Slow", "States": {"Slow": {"Type": "Wait",
                          "Seconds": 60, "End": true}}}]},
                    "Caught": {"Type": "Pass", "End": true}}}
                  """)
              .run("{\"x\": \"a\"}");

      assertThat(HistoryLines.of(run))
          .containsExactly(
              "ExecutionStarted<-0",
              "ParallelStateEntered<-0",
              "ParallelStateStarted<-2",
              "PassStateEntered<-3",
              "ExecutionFailed<-4");
      assertThat(run.cause())
          .contains(
              "An error occurred while executing the state 'Fast' (entered at the event id #4). The"
                  + " JSONPath '$.nope' specified for the field 'm.$' could not be found in the"
                  + " input '{\"x\":\"a\"}'");
    }

    @Test
    void fails_with_the_error_of_a_fail_state_in_a_branch() {
      Execution run =
          machine(
                  """
                  {"StartAt": "One", "States": {
                    "One": {"Type": "Parallel", "End": true, "Branches": [
                      {"StartAt": "F", "States": {
                        "F": {"Type": "Fail", "Error": "Boom", "Cause": "why"}}}]}}}
                  """)
              .run("{}");

      assertThat(HistoryLines.of(run))
          .containsExactly(
              "ExecutionStarted<-0",
              "ParallelStateEntered<-0",
              "ParallelStateStarted<-2",
              "FailStateEntered<-3",
              "ParallelStateFailed<-4",
              "ExecutionFailed<-5");
      assertThat(run.error()).contains("Boom");
      assertThat(run.cause()).contains("why");
    }

    @Test
    void starts_again_from_the_failure_when_it_is_retried() {
      Execution run =
          machine(
                  """
                  {"StartAt": "One", "States": {
                    "One": {"Type": "Parallel", "End": true,
                      "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}],
                      "Branches": [{"StartAt": "F", "States": {"F": {"Type": "Fail"}}}]}}}
                  """)
              .run("{}");

      assertThat(HistoryLines.of(run))
          .containsExactly(
              "ExecutionStarted<-0",
              "ParallelStateEntered<-0",
              "ParallelStateStarted<-2",
              "FailStateEntered<-3",
              "ParallelStateStarted<-4",
              "FailStateEntered<-5",
              "ParallelStateFailed<-6",
              "ExecutionFailed<-7");
    }

    @Test
    void a_parallel_has_succeeded_before_its_own_result_selector_fails() {
      Execution run =
          machine(
                  """
                  {"StartAt": "One", "States": {
                    "One": {"Type": "Parallel", "End": true, "ResultSelector": {"v.$": "$.nope"},
                      "Branches": [{"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}]}}}
                  """)
              .run("{}");

      assertThat(HistoryLines.of(run))
          .containsExactly(
              "ExecutionStarted<-0",
              "ParallelStateEntered<-0",
              "ParallelStateStarted<-2",
              "PassStateEntered<-3",
              "PassStateExited<-4",
              "ParallelStateSucceeded<-5",
              "ExecutionFailed<-6");
      assertThat(run.cause().orElseThrow())
          .startsWith(
              "An error occurred while executing the state 'One' (entered at the event id #2). ")
          .endsWith("in the input '[{}]'");
    }

    @Test
    void shows_the_failed_task_of_a_branch_as_aborted_when_it_catches() {
      TestStateMachine machine =
          machine(
              """
              {"StartAt": "One", "States": {
                "One": {"Type": "Parallel", "End": true,
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Caught"}],
                  "Branches": [{"StartAt": "T", "States": {"T": {"Type": "Task",
                    "Resource": "arn:aws:states:::lambda:invoke", "End": true}}}]},
                "Caught": {"Type": "Pass", "End": true}}}
              """);
      machine.mock("T").fails("Boom", "why");

      Execution run = machine.run("{}");

      assertThat(HistoryLines.of(run))
          .containsExactly(
              "ExecutionStarted<-0",
              "ParallelStateEntered<-0",
              "ParallelStateStarted<-2",
              "TaskStateEntered<-3",
              "TaskScheduled<-4",
              "TaskStarted<-5",
              "TaskFailed<-6",
              "TaskStateAborted<-7",
              "ParallelStateFailed<-7",
              "ParallelStateExited<-9",
              "PassStateEntered<-10",
              "PassStateExited<-11",
              "ExecutionSucceeded<-12");
    }

    @Test
    void aborts_what_runs_in_other_branches_and_leaves_nothing_of_finished_ones() {
      TestStateMachine machine =
          machine(
              """
              {"StartAt": "All", "States": {
                "All": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "Failing", "States": {
                    "Failing": {"Type": "Wait", "Seconds": 5, "Next": "F"}, "F": {"Type": "Fail"}}},
                  {"StartAt": "Waiting", "States": {
                    "Waiting": {"Type": "Wait", "Seconds": 60, "End": true}}},
                  {"StartAt": "Done", "States": {"Done": {"Type": "Pass", "End": true}}}]}}}
              """);

      Execution run = machine.run("{}");

      assertThat(HistoryLines.of(run))
          .endsWith(
              "WaitStateExited<-4",
              "FailStateEntered<-8",
              "WaitStateAborted<-9",
              "ParallelStateFailed<-9",
              "ExecutionFailed<-11");
    }
  }

  @Nested
  class A_map {
    private static final String TWO_PASSES =
        """
        {"StartAt": "Each", "States": {
          "Each": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "A", "States": {
            "A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": true}}}}}}
        """;

    @Test
    void starts_all_iterations_and_ends_with_the_last() {
      Execution run = machine(TWO_PASSES).run("[1, 2]");

      assertThat(HistoryLines.of(run))
          .hasSize(18)
          .startsWith(
              "ExecutionStarted<-0",
              "MapStateEntered<-0",
              "MapStateStarted<-2",
              "MapIterationStarted<-3",
              "MapIterationStarted<-3",
              "PassStateEntered<-4",
              "PassStateExited<-6",
              "PassStateEntered<-5",
              "PassStateExited<-8")
          .endsWith(
              "MapIterationSucceeded<-11",
              "PassStateEntered<-9",
              "PassStateExited<-13",
              "MapIterationSucceeded<-14",
              "MapStateSucceeded<-15",
              "MapStateExited<-15",
              "ExecutionSucceeded<-17");
    }

    @Test
    void succeeds_at_once_without_items() {
      Execution run = machine(TWO_PASSES).run("[]");

      assertThat(HistoryLines.of(run))
          .containsExactly(
              "ExecutionStarted<-0",
              "MapStateEntered<-0",
              "MapStateStarted<-2",
              "MapStateSucceeded<-3",
              "MapStateExited<-3",
              "ExecutionSucceeded<-5");
      assertThat(run.output().orElseThrow()).isEmpty();
    }

    @Test
    void ends_the_execution_at_once_where_a_path_of_an_iteration_leads_nowhere() {
      Execution run =
          machine(
                  """
                  {"StartAt": "Each", "States": {
                    "Each": {"Type": "Map", "End": true, "MaxConcurrency": 1,
                      "ItemProcessor": {"StartAt": "A", "States": {
                        "A": {"Type": "Pass", "Parameters": {"v.$": "$.nope"}, "End": true}}}}}}
                  """)
              .run("[{}, {}]");

      assertThat(HistoryLines.of(run))
          .containsExactly(
              "ExecutionStarted<-0",
              "MapStateEntered<-0",
              "MapStateStarted<-2",
              "MapIterationStarted<-3",
              "PassStateEntered<-4",
              "ExecutionFailed<-5");
    }

    @Test
    void aborts_the_other_iterations_when_one_fails() {
      TestStateMachine machine =
          machine(
              """
              {"StartAt": "Each", "States": {
                "Each": {"Type": "Map", "End": true,
                  "ItemProcessor": {"StartAt": "Which", "States": {
                    "Which": {"Type": "Choice", "Default": "T",
                      "Choices": [{"Variable": "$", "NumericEquals": 1, "Next": "Late"}]},
                    "Late": {"Type": "Wait", "Seconds": 1, "Next": "F"},
                    "F": {"Type": "Fail", "Error": "Boom"},
                    "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                      "End": true}}}}}}
              """);
      machine.mock("T").returns("{}").taking(Duration.ofMinutes(1));

      Execution run = machine.run("[0, 1]");

      List<String> lines = HistoryLines.of(run);
      int failure = lines.indexOf("FailStateEntered<-14") + 1;
      assertThat(lines)
          .endsWith(
              "FailStateEntered<-14",
              "MapIterationAborted<-" + failure,
              "TaskStateAborted<-" + failure,
              "MapIterationFailed<-" + failure,
              "MapStateFailed<-" + failure,
              "ExecutionFailed<-" + (failure + 4));
    }
  }

  @Nested
  class The_end_of_an_execution {
    @Test
    void the_end_of_an_execution_is_the_machines_timeout_in_the_midst_of_a_wait() {
      Execution run =
          machine(
                  """
                  {"TimeoutSeconds": 3, "StartAt": "W", "States": {
                    "W": {"Type": "Wait", "Seconds": 25, "End": true}}}
                  """)
              .run("{}");

      assertThat(run.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
      assertThat(run.duration()).isEqualTo(Duration.ofSeconds(3));
      assertThat(run.error()).isEmpty();
      assertThat(run.cause()).isEmpty();
      assertThat(HistoryLines.of(run))
          .containsExactly("ExecutionStarted<-0", "WaitStateEntered<-0", "ExecutionTimedOut<-0");
    }

    @Test
    void the_end_of_an_execution_is_the_machines_timeout_in_the_midst_of_a_retrys_delay() {
      TestStateMachine machine =
          machine(
              """
              {"TimeoutSeconds": 10, "StartAt": "T", "States": {
                "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                  "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 60}]}}}
              """);
      machine.mock("T").fails("Boom", "why");

      Execution run = machine.run("{}");

      assertThat(HistoryLines.of(run)).endsWith("TaskFailed<-4", "ExecutionTimedOut<-0");
    }

    @Test
    void the_end_of_an_execution_is_a_stop_without_error_and_cause() {
      RunningExecution running =
          machine(
                  """
                  {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 25, "End": true}}}
                  """)
              .start("{}");

      running.advance(Duration.ofSeconds(1));
      Execution run = running.stop().snapshot();

      assertThat(run.status()).isEqualTo(ExecutionStatus.ABORTED);
      assertThat(HistoryLines.of(run))
          .containsExactly("ExecutionStarted<-0", "WaitStateEntered<-0", "ExecutionAborted<-0");
      assertThat(run.historyJson()).contains("\"executionAbortedEventDetails\"");
    }

    @Test
    void the_end_of_an_execution_is_a_choice_that_nothing_matches() {
      Execution run =
          machine(
                  """
                  {"StartAt": "C", "States": {
                    "C": {"Type": "Choice",
                      "Choices": [{"Variable": "$.n", "NumericEquals": 1, "Next": "P"}]},
                    "P": {"Type": "Pass", "End": true}}}
                  """)
              .run(Map.of("n", 2));

      assertThat(HistoryLines.of(run))
          .containsExactly("ExecutionStarted<-0", "ChoiceStateEntered<-0", "ExecutionFailed<-2");
      assertThat(run.error()).contains("States.Runtime");
      assertThat(run.cause())
          .contains(
              "An error occurred while executing the state 'C' (entered at the event id #2). Failed"
                  + " to transition out of the state. The state does not point to a next state.");
    }

    @Test
    void the_end_of_an_execution_is_the_history_limit_for_a_loop_without_end() {
      Execution run =
          machine(
                  """
                  {"StartAt": "C", "States": {
                    "C": {"Type": "Choice", "Default": "C",
                      "Choices": [{"Variable": "$.n", "IsPresent": true, "Next": "P"}]},
                    "P": {"Type": "Pass", "End": true}}}
                  """)
              .run("{}");

      assertThat(run.events()).hasSize(25_000);
      assertThat(HistoryLines.of(run))
          .endsWith("ChoiceStateExited<-24998", "ExecutionFailed<-24999");
      assertThat(run.error()).contains("States.Runtime");
      assertThat(run.cause())
          .contains("The execution reached the maximum number of history events (25000).");
    }
  }

  @Nested
  class A_task_that_waits_for_its_token {
    private static final String HEARTBEAT =
        """
        {"StartAt": "T", "States": {
          "T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
            "HeartbeatSeconds": 10, "TimeoutSeconds": 60, "End": true,
            "Catch": [{"ErrorEquals": ["%s"], "Next": "Caught"}]},
          "Caught": {"Type": "Pass", "End": true}}}
        """;

    @Test
    void a_task_that_waits_for_its_token_is_caught_by_heartbeat_timeout_and_still_named_timeout() {
      Execution run = missedHeartbeat("States.HeartbeatTimeout");

      assertThat(run.path()).containsExactly("T", "Caught");
      assertThat(run.output().orElseThrow().get("Error").textValue()).isEqualTo("States.Timeout");
      assertThat(run.output().orElseThrow().get("Cause").textValue()).isEmpty();
    }

    @Test
    void a_task_that_waits_for_its_token_is_caught_by_timeout_as_well() {
      assertThat(missedHeartbeat("States.Timeout").path()).containsExactly("T", "Caught");
    }

    @Test
    void a_task_that_waits_for_its_token_is_not_saved_from_its_timeout_by_heartbeats() {
      RunningExecution running =
          machine(HEARTBEAT.formatted("States.HeartbeatTimeout")).start("{}").runUntilParked();

      for (int i = 0; i < 6; i++) {
        running.advance(Duration.ofSeconds(9));
        running.token("T").heartbeat();
      }
      Execution run = running.finish();

      assertThat(run.duration()).isEqualTo(Duration.ofSeconds(60));
      assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    }

    private Execution missedHeartbeat(String caught) {
      RunningExecution running = machine(HEARTBEAT.formatted(caught)).start("{}").runUntilParked();
      running.advance(Duration.ofSeconds(9));
      running.token("T").heartbeat();
      return running.finish();
    }
  }
}
