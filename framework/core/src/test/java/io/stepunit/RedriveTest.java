package io.stepunit;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.Call;
import io.stepunit.history.EventDetails;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.LogLevel;
import io.stepunit.history.StateVisit;
import io.stepunit.internal.json.Json;
import io.stepunit.monitoring.StatusChangeEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** RedriveExecution: where an execution goes on, and with what. */
class RedriveTest {
  private static final String TASK =
      "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:f\"";

  private static final String TWO =
      """
      {"StartAt": "A", "States": {
        "A": {%1$s, "ResultPath": "$.a", "Next": "B"},
        "B": {%1$s, "ResultPath": "$.b",
          "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1, "IntervalSeconds": 5}],
          "Next": "C"},
        "C": {"Type": "Pass", "Parameters": {
          "a.$": "$.a", "b.$": "$.b", "count.$": "$$.Execution.RedriveCount",
          "time.$": "$$.Execution.RedriveTime"}, "End": true}}}
      """
          .formatted(TASK);

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  @Nested
  class A_task_that_failed {
    private final TestStateMachine machine = env.define("two", TWO);

    private Execution failed() {
      machine.mock("A").returns(1);
      machine.mock("B").fails("Busy", "503");
      return machine.run("{}");
    }

    @Test
    void a_task_that_failed_is_scheduled_again_and_what_came_before_is_not_run_again() {
      Execution failed = failed();
      machine.mock("B").returns(2);

      Execution redriven = machine.redrive(failed).finish();

      assertThat(redriven.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(redriven.calls()).extracting(Call::state).containsExactly("A", "B", "B", "B");
      assertThat(redriven.arn()).isEqualTo(failed.arn());
      assertThat(redriven.output().orElseThrow())
          .isEqualTo(
              Json.parse("{\"a\": 1, \"b\": 2, \"count\": 1, \"time\": \"2026-01-01T00:00:05Z\"}"));
    }

    @Test
    void goes_on_in_the_same_history() {
      Execution failed = failed();
      machine.mock("B").returns(2);

      Execution redriven = machine.redrive(failed).finish();

      int before = failed.events().size();
      int entered = HistoryLines.of(failed).indexOf("TaskStateEntered<-6") + 1;
      assertThat(redriven.events().subList(0, before)).isEqualTo(failed.events());
      assertThat(HistoryLines.of(redriven).subList(before, redriven.events().size()))
          .containsExactly(
              "ExecutionRedriven<-" + before,
              "LambdaFunctionScheduled<-" + entered,
              "LambdaFunctionStarted<-" + (before + 2),
              "LambdaFunctionSucceeded<-" + (before + 3),
              "TaskStateExited<-" + (before + 4),
              "PassStateEntered<-" + (before + 5),
              "PassStateExited<-" + (before + 6),
              "ExecutionSucceeded<-" + (before + 7));
      assertThat(redriven.events().get(before).details())
          .isEqualTo(new EventDetails.ExecutionRedriven(1));
      assertThat(redriven.redriveCount()).isEqualTo(1);
    }

    @Test
    void a_task_that_failed_is_retried_as_often_as_at_first() {
      Execution failed = failed();
      machine.mock("B").fails("Busy", "503").thenReturns(2);

      Execution redriven = machine.redrive(failed).finish();

      assertThat(redriven.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(redriven.duration()).isEqualTo(ofSeconds(10));
    }

    @Test
    void can_fail_and_be_redriven_again() {
      Execution failed = failed();

      Execution again = machine.redrive(failed).finish();
      assertThat(again.status()).isEqualTo(ExecutionStatus.FAILED);
      machine.mock("B").returns(2);
      Execution third = machine.redrive(again).finish();

      assertThat(third.outputAt("$.count").orElseThrow().intValue()).isEqualTo(2);
      assertThat(third.redriveCount()).isEqualTo(2);
    }

    @Test
    void a_task_that_failed_is_told_by_describe_execution_and_by_the_log() {
      Execution failed = failed();
      String arn = failed.arn();
      JsonNode before = env.api().call("DescribeExecution", Map.of("executionArn", arn));
      machine.mock("B").returns(2);

      env.api().call("RedriveExecution", Map.of("executionArn", arn));
      env.runToEnd();

      JsonNode after = env.api().call("DescribeExecution", Map.of("executionArn", arn));
      assertThat(before.get("redriveStatus").textValue()).isEqualTo("REDRIVABLE");
      assertThat(before.has("redriveDate")).isFalse();
      assertThat(after.get("redriveCount").intValue()).isEqualTo(1);
      assertThat(after.get("redriveDate").textValue()).isEqualTo("2026-01-01T00:00:05Z");
      assertThat(after.get("status").textValue()).isEqualTo("SUCCEEDED");
      JsonNode log = env.api().describeExecution(arn).log(LogLevel.ALL, true);
      assertThat(log.get(0).get("redrive_count").textValue()).isEqualTo("0");
      assertThat(log.get(log.size() - 1).get("redrive_count").textValue()).isEqualTo("1");
    }

    @Test
    void a_task_that_failed_is_told_to_event_bridge() {
      Execution failed = failed();
      machine.mock("B").returns(2);

      machine.redrive(failed).finish();

      assertThat(env.statusEvents())
          .extracting(event -> event.json().at("/detail/redriveCount").intValue())
          .containsExactly(0, 0, 1, 1);
      assertThat(env.statusEvents())
          .extracting(StatusChangeEvent::status)
          .containsExactly(
              ExecutionStatus.RUNNING,
              ExecutionStatus.FAILED,
              ExecutionStatus.RUNNING,
              ExecutionStatus.SUCCEEDED);
      assertThat(env.statusEvents().get(2).json().at("/detail/redriveDate").longValue())
          .isEqualTo(StepFunctionsEnvironment.DEFAULT_START.plusSeconds(5).toEpochMilli());
    }

    @Test
    void a_task_that_failed_is_one_visit_with_one_more_attempt() {
      Execution failed = failed();
      machine.mock("B").returns(2);

      List<StateVisit> visits = machine.redrive(failed).finish().visits("B");

      assertThat(visits).hasSize(1);
      assertThat(visits.get(0).attempts()).hasSize(3);
    }
  }

  @Nested
  class A_map {
    private static final String MAP =
        """
        {"StartAt": "Each", "States": {"Each": {"Type": "Map", "MaxConcurrency": %s, "End": true,
          "ItemProcessor": {"StartAt": "T", "States": {
            "T": {%s, "Next": "P"},
            "P": {"Type": "Pass", "End": true}}}}}}
        """;

    private Execution redriven(int concurrency) {
      TestStateMachine machine = env.define("map", MAP.formatted(concurrency, TASK));
      machine.mock("T").answers(call -> call.input().intValue() * 10);
      machine.mock("Each[1]/T").fails("Bad", "item").taking(ofSeconds(1));
      Execution failed = machine.run("[1, 2, 3, 4]");
      assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
      machine.mock("Each[1]/T").returns(20);
      return machine.redrive(failed).finish();
    }

    @Test
    void runs_only_the_iterations_that_had_not_succeeded() {
      Execution run = redriven(0);

      assertThat(run.output()).hasValue(Json.parse("[10, 20, 30, 40]"));
      assertThat(run.calls("Each[0]/T")).hasSize(1);
      assertThat(run.calls("Each[1]/T")).hasSize(2);
      assertThat(run.calls("Each[3]/T")).hasSize(1);
      assertThat(run.visits("Each")).hasSize(1);
    }

    @Test
    void starts_those_that_had_not_been_started() {
      Execution run = redriven(1);

      assertThat(run.output()).hasValue(Json.parse("[10, 20, 30, 40]"));
      assertThat(run.calls("Each[0]/T")).hasSize(1);
      assertThat(run.calls("Each[2]/T")).hasSize(1);
    }
  }

  @Nested
  class A_parallel {
    private static final String PARALLEL =
        """
        {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
          {"StartAt": "L", "States": {"L": {%1$s, "End": true}}},
          {"StartAt": "W", "States": {
            "W": {"Type": "Wait", "Seconds": 30, "Next": "R"},
            "R": {%1$s, "End": true}}},
          {"StartAt": "B", "States": {"B": {%1$s, "End": true}}}]}}}
        """
            .formatted(TASK);

    /** When A2 fails, each branch has one Task behind it, and W is waiting. */
    private static final String BRANCHES_OF_TWO_STATES =
        """
        {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
          {"StartAt": "A1", "States": {
            "A1": {%1$s, "Next": "A2"},
            "A2": {%1$s, "End": true}}},
          {"StartAt": "B1", "States": {
            "B1": {%1$s, "Next": "W"},
            "W": {"Type": "Wait", "Seconds": 30, "End": true}}}]}}}
        """
            .formatted(TASK);

    @Test
    void goes_on_in_the_branches_that_failed_or_were_cut_off() {
      TestStateMachine machine = env.define("parallel", PARALLEL);
      machine.mock("L").returns("\"left\"");
      machine.mock("R").returns("\"right\"");
      machine.mock("B").fails("Bad", "branch").taking(ofSeconds(10)).thenReturns("\"branch\"");
      Execution failed = machine.run("{}");
      assertThat(failed.error()).hasValue("Bad");

      Execution redriven = machine.redrive(failed).finish();

      assertThat(redriven.output()).hasValue(Json.parse("[\"left\", \"right\", \"branch\"]"));
      assertThat(redriven.calls()).extracting(Call::state).containsExactly("L", "B", "B", "R");
      assertThat(HistoryLines.of(redriven))
          .filteredOn(line -> line.startsWith("ParallelStateStarted"))
          .hasSize(1);
    }

    @Test
    void a_parallel_does_not_repeat_what_a_branch_has_done_before_it_ended() {
      TestStateMachine machine = env.define("two-steps", BRANCHES_OF_TWO_STATES);
      machine.mock("A1").returns(1);
      machine.mock("A2").fails("Bad", "branch").taking(ofSeconds(10)).thenReturns(2);
      machine.mock("B1").returns(3);
      Execution failed = machine.run("{}");
      assertThat(failed.error()).hasValue("Bad");

      Execution redriven = machine.redrive(failed).finish();

      assertThat(redriven.output()).hasValue(Json.parse("[2, 3]"));
      assertThat(redriven.calls()).extracting(Call::state).containsExactly("A1", "B1", "A2", "A2");
      assertThat(redriven.visits("W")).hasSize(1);
    }

    @Test
    void a_parallel_does_not_repeat_it_in_an_iteration_of_a_map() {
      TestStateMachine machine =
          env.define("each", eachOf("\"Mode\": \"INLINE\"", BRANCHES_OF_TWO_STATES));
      machine.mock("A1").returns(1);
      machine.mock("A2").returns(2);
      machine.mock("Each[1]/Both[0]/A2").fails("Bad", "item").taking(ofSeconds(10)).thenReturns(2);
      machine.mock("B1").returns(3);
      Execution failed = machine.run("[0, 0]");
      assertThat(failed.error()).hasValue("Bad");

      Execution redriven = machine.redrive(failed).finish();

      assertThat(redriven.output()).hasValue(Json.parse("[[2, 3], [2, 3]]"));
      assertThat(redriven.calls())
          .extracting(Call::path)
          .containsExactly(
              "Each[0]/Both[0]/A1",
              "Each[0]/Both[1]/B1",
              "Each[1]/Both[0]/A1",
              "Each[1]/Both[1]/B1",
              "Each[0]/Both[0]/A2",
              "Each[1]/Both[0]/A2",
              "Each[1]/Both[0]/A2");
    }

    @Test
    void a_parallel_does_not_repeat_it_in_a_child_of_a_distributed_map() {
      TestStateMachine machine =
          env.define(
              "children",
              eachOf(
                  "\"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\"",
                  BRANCHES_OF_TWO_STATES));
      machine.mock("A1").returns(1);
      machine.mock("A2").fails("Bad", "child").taking(ofSeconds(10)).thenReturns(2);
      machine.mock("B1").returns(3);
      Execution failed = machine.run("[0]");
      assertThat(failed.error()).hasValue("States.ExceedToleratedFailureThreshold");

      Execution redriven = machine.redrive(failed).finish();

      assertThat(redriven.output()).hasValue(Json.parse("[[2, 3]]"));
      assertThat(redriven.mapRuns().get(0).child(0).calls())
          .extracting(Call::state)
          .containsExactly("A1", "B1", "A2", "A2");
    }

    /** A Map over the machine's states. */
    private static String eachOf(String processorConfig, String machine) {
      return """
      {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true,
        "ItemProcessor": {"ProcessorConfig": {%s}, %s}}}
      """
          .formatted(processorConfig, machine.strip().substring(1));
    }

    @Test
    void a_parallel_is_run_anew_where_its_last_attempt_began_no_branch() {
      TestStateMachine machine =
          env.define(
              "anew",
              """
              {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true,
                "Parameters": {"only.$": "States.ArrayGetItem($, $$.State.RetryCount)"},
                "Retry": [{"ErrorEquals": ["Bad"]}],
                "Branches": [
                  {"StartAt": "A", "States": {"A": {%1$s, "End": true}}},
                  {"StartAt": "B", "States": {"B": {%1$s, "End": true}}}]}}}
              """
                  .formatted(TASK));
      machine.mock("A").returns(1);
      machine.mock("B").fails("Bad", "branch").taking(ofSeconds(10)).thenReturns(2);
      Execution failed = machine.run("[\"first\"]");
      assertThat(failed.calls()).extracting(Call::state).containsExactly("A", "B");
      assertThat(failed.error()).isPresent().get().isNotEqualTo("Bad");

      Execution redriven = machine.redrive(failed).finish();

      assertThat(redriven.output()).hasValue(Json.parse("[1, 2]"));
      assertThat(redriven.calls()).extracting(Call::state).containsExactly("A", "B", "A", "B");
    }
  }

  @Test
  void a_distributed_map_whose_failure_was_caught_does_not_matter_later() {
    String map =
        """
        {"StartAt": "Each", "States": {
          "Each": {"Type": "Map", "Next": "B", "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "T", "States": {"T": {%1$s, "End": true}}},
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]},
          "B": {%1$s, "End": true}}}
        """;
    TestStateMachine machine = env.define("distributed", map.formatted(TASK));
    machine.mock("T").fails("Bad", "item");
    machine.mock("B").fails("Worse", "all").thenReturns(1);
    Execution failed = machine.run("[1]");

    Execution redriven = machine.redrive(failed).finish();

    assertThat(failed.error()).hasValue("Worse");
    assertThat(redriven.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(redriven.mapRuns()).hasSize(1);
  }

  @Nested
  class An_execution {
    private static final String WAIT =
        """
        {"TimeoutSeconds": 60, "StartAt": "W", "States": {
          "W": {"Type": "Wait", "SecondsPath": "$.s", "End": true}}}
        """;

    @Test
    void an_execution_that_timed_out_has_its_time_again() {
      TestStateMachine machine =
          env.define(
              "slow",
              """
              {"TimeoutSeconds": 60, "StartAt": "T", "States": {"T": {%s, "End": true}}}
              """
                  .formatted(TASK));
      machine.mock("T").neverAnswers().thenReturns(1).taking(ofSeconds(50));
      Execution ended = machine.run("{}");
      assertThat(ended.status()).isEqualTo(ExecutionStatus.TIMED_OUT);

      Execution redriven = machine.redrive(ended).finish();

      assertThat(redriven.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(redriven.duration()).isEqualTo(ofSeconds(110));
    }

    @Test
    void an_execution_that_was_stopped_goes_on() {
      RunningExecution run = env.define("slow", WAIT).start("{\"s\": 30}").advance(ofSeconds(10));
      run.stop("Enough", "no more");

      Execution redriven = run.redrive().finish();

      assertThat(redriven.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(redriven.error()).isEmpty();
    }

    @Test
    void an_execution_that_ended_in_a_fail_state_fails_again() {
      TestStateMachine machine =
          env.define(
              "fail",
              "{\"StartAt\": \"F\", \"States\": {\"F\": {\"Type\": \"Fail\", \"Error\": \"E\"}}}");
      Execution failed = machine.run("{}");

      Execution redriven = machine.redrive(failed).finish();

      assertThat(redriven.path()).containsExactly("F");
      assertThat(redriven.error()).hasValue("E");
    }

    @Test
    void an_execution_that_succeeded_or_runs_cannot_be_redriven() {
      TestStateMachine machine = env.define("slow", WAIT);
      RunningExecution run = machine.start("{\"s\": 30}");

      String refused =
          "ExecutionNotRedrivable: Execution " + run.arn() + " invalid for redrive as: ";
      assertThatThrownBy(run::redrive)
          .isInstanceOf(StepFunctionsException.class)
          .hasMessage(refused + "Execution is RUNNING and cannot be redriven");
      run.finish();
      assertThatThrownBy(run::redrive)
          .hasMessage(refused + "Execution is SUCCEEDED and cannot be redriven");
    }

    @Test
    void can_be_redriven_for_fourteen_days() {
      RunningExecution run = env.define("slow", WAIT).start("{\"s\": 30}").advance(ofSeconds(1));
      run.stop();
      env.advance(ofDays(14));
      assertThat(env.api().call("DescribeExecution", Map.of("executionArn", run.arn())))
          .anyMatch(value -> value.asText().equals("REDRIVABLE"));

      env.advance(ofSeconds(1));

      assertThatThrownBy(run::redrive)
          .isInstanceOf(StepFunctionsException.class)
          .hasMessageStartingWith("ExecutionNotRedrivable: ")
          .hasMessageContaining("invalid for redrive as: Execution ended more than 14 days ago");
    }

    @Test
    void an_execution_of_an_express_machine_cannot_be_redriven() {
      RunningExecution run =
          env.define("quick", WAIT, WorkflowType.EXPRESS).start("{\"s\": 90}").advance(ofDays(1));

      assertThatThrownBy(run::redrive)
          .isInstanceOf(StepFunctionsException.class)
          .hasMessage(
              "InvalidArn: Invalid Arn: 'Resource type not valid in this context: express'");
    }
  }
}
