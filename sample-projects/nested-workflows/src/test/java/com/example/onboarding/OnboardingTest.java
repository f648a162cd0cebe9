package com.example.onboarding;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import io.stepunit.Execution;
import io.stepunit.MockValidation;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.junit.StateMachine;
import io.stepunit.junit.StateMachineTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A machine and the four that it starts run in one virtual time, each with a history of its own.
 */
@StateMachineTest("onboarding.asl.json")
class OnboardingTest {
  private static final Map<String, Object> KIM = Map.of("customer", Map.of("id", "c-1"));
  private static final Map<String, Object> ACCOUNT = Map.of("number", "DE-7");

  @StateMachine("check-identity.asl.json")
  TestStateMachine checkIdentity;

  @StateMachine(value = "rate-risk.asl.json", type = WorkflowType.EXPRESS)
  TestStateMachine rateRisk;

  @StateMachine("open-account.asl.json")
  TestStateMachine openAccount;

  @StateMachine("welcome.asl.json")
  TestStateMachine welcome;

  TestStateMachine onboarding;
  StepFunctionsEnvironment env;

  @BeforeEach
  void everything_works() {
    checkIdentity.mock("ReadPassport").returnsPayload(Map.of("real", true)).taking(ofMinutes(3));
    rateRisk.mock("AskNorth").returnsPayload(Map.of("points", 40));
    rateRisk.mock("AskSouth").returnsPayload(Map.of("points", 2));
    openAccount.mock("AskBank").isCalledBackAfter(ofDays(2)).with(ACCOUNT);
    welcome.mockService("sns").capturedBy(env.outbox());
  }

  @Test
  void a_customer_is_checked_rated_given_an_account_and_welcomed() {
    Execution run = onboarding.run(KIM);

    assertThat(run)
        .isSucceeded()
        .hasPath(
            "Route", "CheckIdentity", "RateRisk", "IsRated", "ReadRating", "OpenAccount", "Welcome")
        .state("CheckIdentity", check -> check.hasDuration(ofMinutes(3)))
        .state("ReadRating", read -> read.hasOutputAt("$.risk.rating.points", 42))
        .hasOutput(ACCOUNT)
        .hasDuration(ofDays(2).plus(ofMinutes(3)));
    assertThat(checkIdentity.execution())
        .isSucceeded()
        .hasPath("ReadPassport", "IsReal", "Accepted")
        .hasDuration(ofMinutes(3));
    assertThat(rateRisk.execution()).isSucceeded().hasOutput(Map.of("points", 42));
  }

  @Test
  void each_child_tells_who_started_it() {
    Execution run = onboarding.run(KIM);

    assertThat(checkIdentity.execution()).isStartedBy(run);
    assertThat(openAccount.execution()).isStartedBy(run);
    assertThat(welcome.execution()).isStartedBy(run);
  }

  @Test
  void nobody_waits_for_the_letters() {
    Execution run = onboarding.run(KIM);
    assertThat(run).isSucceeded();
    assertThat(welcome.execution()).isRunning();

    env.advance(ofDays(7));

    assertThat(welcome.execution()).isSucceeded();
    assertThat(env.outbox().sent("sns"))
        .extracting(sent -> sent.messageAt("$.letter").orElseThrow().asText())
        .containsExactly("welcome", "how-it-goes");
  }

  @ParameterizedTest
  @CsvSource({"CheckIdentity, 1, 1", "RateRisk, 0, 1", "OpenAccount, 0, 0"})
  void an_execution_can_begin_at_each_step(String step, int checks, int ratings) {
    Execution run = onboarding.run(Map.of("StartAt", step, "customer", Map.of("id", "c-1")));

    assertThat(run).isSucceeded().visitedInOrder("Route", step, "Welcome").hasOutput(ACCOUNT);
    assertThat(checkIdentity.executions()).hasSize(checks);
    assertThat(rateRisk.executions()).hasSize(ratings);
  }

  @Test
  void a_step_that_there_is_not_is_refused() {
    assertThat(onboarding.run(Map.of("StartAt", "OpenAcount")))
        .isFailed()
        .hasError("Onboarding.UnknownStep")
        .hasCause("There is no step OpenAcount");
    assertThat(env.executions()).hasSize(1);
  }

  @Test
  void what_failed_in_a_child_is_read_from_the_cause() {
    checkIdentity.mock("ReadPassport").returnsPayload(Map.of("real", false));

    assertThat(onboarding.run(KIM))
        .isFailed()
        .hasError("Identity.Rejected")
        .hasCause("identity-c-1 ended as FAILED")
        .state("CheckIdentity", check -> check.wasCaught("States.TaskFailed"))
        .neverVisited("RateRisk");
    assertThat(checkIdentity.execution()).isFailed().hasError("Identity.Rejected");
  }

  @Test
  void a_customer_is_checked_once_by_the_name_of_the_child() {
    onboarding.run(KIM);

    assertThat(onboarding.run(KIM))
        .isFailed()
        .hasError("Onboarding.Twice")
        .hasDuration(Duration.ZERO);
    assertThat(checkIdentity.executions()).hasSize(1);
  }

  @Test
  void a_rating_that_takes_too_long_is_an_answer_with_another_status() {
    rateRisk.mock("AskSouth").neverAnswers();

    assertThat(onboarding.run(KIM))
        .isFailed()
        .hasError("Onboarding.NotRated")
        .hasCause("The rating ended as TIMED_OUT")
        .state("RateRisk", rate -> rate.hasDuration(ofMinutes(5)));
  }

  @Test
  void an_account_that_takes_a_week_is_given_up_and_its_execution_stopped() {
    openAccount.mock("AskBank").waitsForToken();
    RunningExecution run = onboarding.start(KIM);

    run.advance(ofDays(8));

    assertThat(run.snapshot())
        .isFailed()
        .hasError("States.Timeout")
        .hasDuration(ofDays(7).plus(ofMinutes(3)));
    assertThat(openAccount.execution())
        .isAborted()
        .hasCauseContaining(run.arn())
        .hasDuration(ofDays(7));
  }

  @Test
  void the_test_plays_the_bank() {
    openAccount.mock("AskBank").waitsForToken();
    RunningExecution run = onboarding.start(KIM).runUntilParked();
    run.advance(ofDays(6));

    RunningExecution opening = run.children().get(2);
    opening.token("AskBank").succeed(ACCOUNT);

    assertThat(run.finish()).isSucceeded().hasOutput(ACCOUNT);
  }

  @Test
  void stopping_the_parent_stops_the_child_that_it_waits_for() {
    openAccount.mock("AskBank").waitsForToken();
    RunningExecution run = onboarding.start(KIM);
    run.advance(ofHours(5));

    run.stop("Customer.Left", "changed their mind");
    env.advance(ofMinutes(1));

    assertThat(run.snapshot()).isAborted();
    assertThat(openAccount.execution()).isAborted();
  }

  @Test
  void a_child_can_be_mocked_like_any_other_Task() {
    onboarding
        .mock("CheckIdentity")
        .validation(MockValidation.PRESENT)
        .returns(Map.of("Output", Map.of("level", "known")));

    assertThat(onboarding.run(KIM))
        .isSucceeded()
        .state("CheckIdentity", check -> check.hasOutputAt("$.identity.level", "known"));
    assertThat(checkIdentity.executions()).isEmpty();
  }
}
