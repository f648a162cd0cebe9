package com.example.reports;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An hour of asking again and again, in no time. */
@StateMachineTest("job-poller.asl.json")
class JobPollerTest {
  private static final Map<String, Object> INPUT = Map.of("query", "SELECT 1");

  @BeforeEach
  void a_report_starts(TestStateMachine poller, StepFunctionsEnvironment env) {
    poller.mock("StartReport").returns(Map.of("QueryExecutionId", "q-1"));
    poller.mockService("sns").capturedBy(env.outbox());
  }

  @Test
  void a_report_is_asked_for_until_it_is_done(
      TestStateMachine poller, StepFunctionsEnvironment env) {
    poller
        .mock("AskForStatus")
        .returns(status("RUNNING"))
        .times(4)
        .thenReturns(status("SUCCEEDED"));

    Execution run = poller.run(INPUT);

    assertThat(run)
        .isSucceeded()
        .visited("WaitABit", 5)
        .hasCallInputsAt("AskForStatus", "$.QueryExecutionId", "q-1", "q-1", "q-1", "q-1", "q-1")
        .hasCallsInOrder("StartReport", "AskForStatus", "TellTheTeam")
        .hasDuration(ofSeconds(150));
    assertThat(env.outbox().sent("sns"))
        .extracting(sent -> sent.messageAt("$.report").orElseThrow().asText())
        .containsExactly("q-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "CANCELLED"})
  void a_report_that_fails_ends_the_asking(
      String end, TestStateMachine poller, StepFunctionsEnvironment env) {
    poller.mock("AskForStatus").returns(status("RUNNING")).thenReturns(status(end));

    assertThat(poller.run(INPUT))
        .isFailed()
        .hasError("Report.Failed")
        .hasCause("The report ended as " + end)
        .hasCalls("AskForStatus", 2);
    assertThat(env.outbox().sent()).isEmpty();
  }

  @Test
  void a_busy_service_is_asked_again_later(TestStateMachine poller) {
    poller
        .mock("AskForStatus")
        .fails("Athena.TooManyRequestsException")
        .times(2)
        .thenReturns(status("SUCCEEDED"));

    assertThat(poller.run(INPUT))
        .isSucceeded()
        .state(
            "AskForStatus", ask -> ask.hasAttempts(3).hasRetryDelays(ofSeconds(5), ofSeconds(10)))
        .hasDuration(ofSeconds(45));
  }

  @Test
  void a_service_that_stays_busy_is_given_up_after_four_retries(TestStateMachine poller) {
    poller.mock("AskForStatus").fails("Athena.TooManyRequestsException");

    assertThat(poller.run(INPUT))
        .isFailed()
        .hasError("Athena.TooManyRequestsException")
        .state(
            "AskForStatus",
            ask -> ask.hasRetryDelays(ofSeconds(5), ofSeconds(10), ofSeconds(20), ofSeconds(40)))
        .hasCalls("TellTheTeam", 0);
  }

  @Test
  void a_report_that_never_ends_is_given_up_after_an_hour(TestStateMachine poller) {
    poller.mock("AskForStatus").returns(status("RUNNING"));

    assertThat(poller.run(INPUT)).isTimedOut().hasDuration(ofHours(1)).hasCalls("TellTheTeam", 0);
  }

  @Test
  void the_report_may_take_its_time_to_start(TestStateMachine poller) {
    poller.mock("StartReport").returns(Map.of("QueryExecutionId", "q-2")).taking(ofMinutes(2));
    poller.mock("AskForStatus").whenInput("$.QueryExecutionId", "q-2").returns(status("SUCCEEDED"));

    assertThat(poller.run(INPUT)).isSucceeded().hasDuration(ofSeconds(150));
  }

  private static Map<String, Object> status(String state) {
    return Map.of("QueryExecution", Map.of("Status", Map.of("State", state)));
  }
}
