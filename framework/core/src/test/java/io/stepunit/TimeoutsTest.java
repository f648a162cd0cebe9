package io.stepunit;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.history.ExecutionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeoutsTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private TestStateMachine task(String fields) {
    return env.define(
        "timeouts",
        """
        {"StartAt": "T", "States": {
          "T": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
            %s "End": true}}}
        """
            .formatted(fields));
  }

  @Test
  void a_task_that_never_answers_runs_into_its_timeout() {
    TestStateMachine machine = task("\"TimeoutSeconds\": 30,");
    machine.mock("T").neverAnswers();

    Execution run = machine.run("{}");

    assertThat(run.duration()).isEqualTo(ofSeconds(30));
    assertThat(run.error()).contains("States.Timeout");
    assertThat(run.cause()).isEmpty();
    assertThat(HistoryLines.of(run))
        .endsWith("LambdaFunctionStarted<-3", "LambdaFunctionTimedOut<-4", "ExecutionFailed<-5");
  }

  @Test
  void a_result_at_the_very_instant_of_the_deadline_wins() {
    TestStateMachine machine = task("\"TimeoutSeconds\": 30,");
    machine.mock("T").returns("1").taking(ofSeconds(30));

    assertThat(machine.run("{}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void a_result_after_the_deadline_is_lost() {
    TestStateMachine machine = task("\"TimeoutSeconds\": 30,");
    machine.mock("T").returns("1").taking(ofSeconds(30).plusNanos(1));

    assertThat(machine.run("{}").error()).contains("States.Timeout");
  }

  @Test
  void the_timeout_is_read_from_the_input() {
    TestStateMachine machine = task("\"TimeoutSecondsPath\": \"$.limit\",");
    machine.mock("T").neverAnswers();

    assertThat(machine.run("{\"limit\": 7}").duration()).isEqualTo(ofSeconds(7));
  }

  @Test
  void a_task_that_never_answers_and_has_no_timeout_is_reported_as_stuck() {
    TestStateMachine machine = task("");
    machine.mock("T").neverAnswers();

    assertThatThrownBy(() -> machine.run("{}"))
        .isInstanceOf(StuckExecutionError.class)
        .hasMessageContaining("T (timeouts:2) waits for its result")
        .hasMessageContaining("TimeoutSeconds");
  }

  @Test
  void a_year_passes_in_a_wait() {
    TestStateMachine machine =
        env.define(
            "year",
            """
            {"StartAt": "W", "States": {
              "W": {"Type": "Wait", "TimestampPath": "$.until", "End": true}}}
            """);

    Execution run = machine.run(Map.of("until", "2027-01-01T00:00:00Z"));

    assertThat(run.duration()).isEqualTo(Duration.ofDays(365));
    assertThat(env.now()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
  }

  @Test
  void a_wait_for_a_time_in_the_past_passes_at_once() {
    TestStateMachine machine =
        env.define(
            "past",
            """
            {"StartAt": "W", "States": {
              "W": {"Type": "Wait", "Timestamp": "2001-01-01T00:00:00Z", "End": true}}}
            """);

    assertThat(machine.run("{}").duration()).isZero();
  }

  @Test
  void a_wait_beyond_the_services_reach_fails() {
    TestStateMachine machine =
        env.define(
            "far",
            """
            {"StartAt": "W", "States": {
              "W": {"Type": "Wait", "Timestamp": "9999-01-01T00:00:00Z", "End": true}}}
            """);

    assertThat(machine.run("{}").cause().orElseThrow()).endsWith("Wait state delay is too long.");
  }

  private static TestStateMachine twoYears(StepFunctionsEnvironment environment) {
    return environment.define(
        "two-years",
        """
        {"StartAt": "W", "States": {
          "W": {"Type": "Wait", "Seconds": 63072000, "End": true}}}
        """);
  }

  @Test
  void the_service_ends_an_execution_after_a_year() {
    Execution run = twoYears(env).run("{}");

    assertThat(run.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
    assertThat(run.duration()).isEqualTo(ofDays(365));
    assertThat(HistoryLines.of(run)).endsWith("WaitStateEntered<-0", "ExecutionTimedOut<-0");
  }

  @Test
  void the_limit_of_a_year_can_be_lifted() {
    StepFunctionsEnvironment unlimited =
        StepFunctionsEnvironment.builder()
            .withoutLimits(ServiceLimit.STANDARD_EXECUTION_TIME)
            .build();

    Execution run = twoYears(unlimited).run("{}");

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.duration()).isEqualTo(ofDays(730));
  }

  @Test
  void an_execution_that_waits_for_nothing_else_is_stuck_until_the_test_lets_the_year_pass() {
    TestStateMachine machine = task("");
    machine.mock("T").neverAnswers();
    RunningExecution run = machine.start("{}").runUntilParked();

    assertThatThrownBy(run::finish).isInstanceOf(StuckExecutionError.class);
    assertThat(env.now()).isEqualTo(StepFunctionsEnvironment.DEFAULT_START);
    run.advance(ofDays(365));

    assertThat(run.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
  }

  @Test
  void two_executions_share_one_virtual_time() {
    TestStateMachine machine =
        env.define(
            "waits",
            """
            {"StartAt": "W", "States": {
              "W": {"Type": "Wait", "SecondsPath": "$.s", "End": true}}}
            """);
    RunningExecution slow = machine.start("{\"s\": 7200}");
    RunningExecution fast = machine.start("{\"s\": 60}");

    Execution first = fast.finish();
    assertThat(slow.status()).isEqualTo(ExecutionStatus.RUNNING);
    env.advance(ofHours(2));

    assertThat(first.duration()).isEqualTo(ofSeconds(60));
    assertThat(slow.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(slow.snapshot().duration()).isEqualTo(ofHours(2));
  }
}
