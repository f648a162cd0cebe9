package io.stepunit;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsApi;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.history.ExecutionStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** DeleteStateMachine. */
class MachineDeletionTest {
  private static final String WAIT =
      """
      {"StartAt": "W", "States": {
        "W": {"Type": "Wait", "Seconds": 20, "Next": "P"},
        "P": {"Type": "Pass", "End": true}}}
      """;
  private static final String PICK =
      """
      {"StartAt": "Pick", "States": {
        "Pick": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:pick",
          "Retry": [{"ErrorEquals": ["States.ALL"]}],
          "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "P"}], "Next": "P"},
        "P": {"Type": "Pass", "End": true}}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final StepFunctionsApi api = env.api();

  private void delete(TestStateMachine machine) {
    assertThat(api.call("DeleteStateMachine", Map.of("stateMachineArn", machine.arn()))).isEmpty();
  }

  private JsonNode describe(TestStateMachine machine) {
    return api.call("DescribeStateMachine", Map.of("stateMachineArn", machine.arn()));
  }

  private static void assertRefused(Runnable call, String message) {
    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(call::run)
        .withMessage(message);
  }

  @Test
  void a_machine_that_is_being_deleted_can_be_read_and_not_started() {
    TestStateMachine slow = env.define("slow", WAIT);
    String arn = api.startExecution(slow.arn(), "one", Map.of());
    delete(slow);

    assertThat(describe(slow).get("status").textValue()).isEqualTo("DELETING");
    assertThat(api.listExecutions(slow.arn())).hasSize(1);
    assertThat(api.describeExecution(arn).status()).isEqualTo(ExecutionStatus.RUNNING);
    assertRefused(
        () -> api.startExecution(slow.arn(), "two", Map.of()),
        "StateMachineDeleting: State Machine is being deleted: '" + slow.arn() + "'");
    assertRefused(
        () -> slow.run("{}"),
        "StateMachineDeleting: State Machine is being deleted: '" + slow.arn() + "'");
    delete(slow);
  }

  @Test
  void a_wait_comes_to_its_end_and_the_execution_fails_in_place_of_the_exit() {
    TestStateMachine slow = env.define("slow", WAIT);
    RunningExecution run = slow.start("{}").runUntilParked();
    RunningExecution other = slow.start("{}");
    other.advance(ofSeconds(5));
    delete(slow);

    Execution ended = other.finish();

    assertThat(ended.duration()).isEqualTo(ofSeconds(20));
    assertThat(ended.error()).hasValue("States.Runtime");
    assertThat(ended.cause()).hasValue("State machine slow has been deleted");
    assertThat(HistoryLines.of(ended))
        .containsExactly("ExecutionStarted<-0", "WaitStateEntered<-0", "ExecutionFailed<-2");
    assertThat(run.snapshot().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void a_taken_task_may_still_succeed_and_the_execution_fails_whatever_it_handles() {
    Activity pick = env.activity("pick");
    TestStateMachine order = env.define("order", PICK);
    RunningExecution run = order.start("{}").runUntilParked();
    ActivityTask task = pick.poll("worker-1").orElseThrow();
    delete(order);

    task.heartbeat();
    task.succeed("{}");

    assertThat(HistoryLines.of(run.snapshot()))
        .endsWith("ActivityScheduled<-2", "ActivityStarted<-3", "ExecutionFailed<-4");
    assertThat(run.snapshot().cause()).hasValue("State machine order has been deleted");
    JsonNode described = api.call("DescribeExecution", Map.of("executionArn", run.arn()));
    assertThat(described.get("redriveStatus").textValue()).isEqualTo("REDRIVABLE");
  }

  @Test
  void a_task_that_waits_for_a_worker_is_still_given_out() {
    Activity pick = env.activity("pick");
    TestStateMachine order = env.define("order", PICK);
    RunningExecution run = order.start("{}").runUntilParked();
    delete(order);

    pick.poll("worker-1").orElseThrow().fail("Broken", "the shelf");

    assertThat(HistoryLines.of(run.snapshot()))
        .endsWith("ActivityStarted<-3", "ExecutionFailed<-4");
  }

  @Test
  void an_execution_fails_after_the_last_event_of_the_branch_that_comes_first() {
    TestStateMachine fork =
        env.define(
            "fork",
            """
            {"StartAt": "Fork", "States": {"Fork": {"Type": "Parallel", "End": true, "Branches": [
              {"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 30, "End": true}}},
              {"StartAt": "B", "States": {"B": {"Type": "Wait", "Seconds": 20, "End": true}}}]}}}
            """);
    RunningExecution run = fork.start("{}");
    run.advance(ofSeconds(1));
    delete(fork);

    Execution ended = run.finish();

    assertThat(ended.duration()).isEqualTo(ofSeconds(20));
    assertThat(HistoryLines.of(ended))
        .endsWith("WaitStateEntered<-3", "WaitStateEntered<-3", "ExecutionFailed<-5");
  }

  @Test
  void an_execution_with_a_map_run_fails_when_the_map_run_has_ended() {
    TestStateMachine rows =
        env.define(
            "rows",
            """
            {"StartAt": "Rows", "States": {"Rows": {"Type": "Map", "Label": "Rows", "End": true,
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED",
                "ExecutionType": "STANDARD"}, "StartAt": "W", "States": {
                  "W": {"Type": "Wait", "Seconds": 20, "End": true}}}}}}
            """);
    RunningExecution run = rows.start("[1, 2]");
    run.advance(ofSeconds(1));
    delete(rows);

    Execution ended = run.finish();

    assertThat(ended.cause()).hasValue("State machine rows has been deleted");
    assertThat(HistoryLines.of(ended))
        .endsWith("MapStateStarted<-2", "MapRunStarted<-3", "ExecutionFailed<-4");
  }

  @Test
  void an_execution_that_was_not_yet_there_fails_before_its_first_state() {
    TestStateMachine slow = env.define("slow", WAIT);
    RunningExecution run = slow.start("{}");
    delete(slow);

    assertThat(HistoryLines.of(run.finish()))
        .containsExactly("ExecutionStarted<-0", "ExecutionFailed<-0");
  }

  @Test
  void an_execution_can_be_stopped_meanwhile() {
    TestStateMachine slow = env.define("slow", WAIT);
    RunningExecution run = slow.start("{}");
    run.advance(ofSeconds(1));
    delete(slow);

    run.stop();

    assertThat(run.snapshot().status()).isEqualTo(ExecutionStatus.ABORTED);
  }

  @Test
  void a_machine_is_gone_with_its_executions_some_time_after_the_last_of_them_has_ended() {
    TestStateMachine slow = env.define("slow", WAIT);
    String arn = api.startExecution(slow.arn(), "one", Map.of());
    delete(slow);
    env.advance(ofSeconds(49));
    assertThat(api.call("DescribeExecution", Map.of("executionArn", arn)).get("status").asText())
        .isEqualTo("FAILED");

    env.advance(ofSeconds(1));

    assertRefused(
        () -> describe(slow),
        "StateMachineDoesNotExist: State Machine Does Not Exist: '" + slow.arn() + "'");
    for (String operation :
        List.of("DescribeExecution", "GetExecutionHistory", "DescribeStateMachineForExecution")) {
      assertRefused(
          () -> api.call(operation, Map.of("executionArn", arn)),
          "ExecutionDoesNotExist: Execution Does Not Exist: '" + arn + "'");
    }
    delete(slow);
  }

  @Test
  void a_machine_of_the_name_may_be_registered_then_and_begins_anew() {
    TestStateMachine slow = env.define("slow", WAIT);
    slow.start("{}", "one").finish();
    delete(slow);
    env.advance(ofSeconds(30));

    TestStateMachine again = env.define("slow", WAIT);

    assertThat(describe(again).get("status").textValue()).isEqualTo("ACTIVE");
    assertThat(api.call("ListExecutions", Map.of("stateMachineArn", again.arn())).get("executions"))
        .isEmpty();
    assertThat(again.start("{}", "one").finish().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }
}
