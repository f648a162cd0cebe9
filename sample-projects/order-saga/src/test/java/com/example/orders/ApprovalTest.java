package com.example.orders;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Large orders wait for a human, who answers with a task token. */
@StateMachineTest("order-saga.asl.json")
class ApprovalTest {
  private static final Map<String, Object> YES = Map.of("approved", true, "by", "Kim");
  private static final Map<String, Object> NO = Map.of("approved", false, "by", "Kim");

  @BeforeEach
  void all_goes_well(TestStateMachine saga) {
    GoodDay.mocksFor(saga);
  }

  @Test
  void the_order_waits_until_the_desk_approves_it(TestStateMachine saga) {
    RunningExecution run = saga.start(Order.LARGE).runUntilParked();
    assertThat(run.snapshot()).isRunning().visited("AwaitApproval").neverVisited("ChargePayment");

    run.advance(ofHours(20));
    run.token("AwaitApproval").succeed(YES);

    assertThat(run.finish())
        .isSucceeded()
        .state("AwaitApproval", approval -> approval.hasDuration(ofHours(20)));
  }

  @Test
  void the_desk_is_told_what_to_decide_on_and_how_to_answer(TestStateMachine saga) {
    RunningExecution run = saga.start(Order.LARGE).runUntilParked();

    assertThat(run.snapshot())
        .state(
            "AwaitApproval",
            approval ->
                approval
                    .hasTaskInputAt("$.MessageBody.orderId", "A-1002")
                    .hasTaskInputAt("$.MessageBody.total", 1999.0)
                    .hasTaskInputAt("$.MessageBody.taskToken", run.token("AwaitApproval").value()));
  }

  @Test
  void a_refused_order_is_undone(TestStateMachine saga) {
    saga.mock("ReleaseInventory").returnsPayload(GoodDay.DONE);
    RunningExecution run = saga.start(Order.LARGE).runUntilParked();

    run.token("AwaitApproval").succeed(NO);

    assertThat(run.finish())
        .isFailed()
        .hasError("Approval.Refused")
        .hasCause("Kim refused order A-1002.")
        .neverVisited("ChargePayment");
  }

  @Test
  void a_decision_in_the_last_minute_counts(TestStateMachine saga) {
    RunningExecution run = saga.start(Order.LARGE).runUntilParked();

    run.advance(ofDays(2).minusMinutes(1));
    run.token("AwaitApproval").succeed(YES);

    assertThat(run.finish()).isSucceeded();
  }

  @Test
  void an_order_that_nobody_decides_on_is_undone_after_two_days(TestStateMachine saga) {
    saga.mock("ReleaseInventory").returnsPayload(GoodDay.DONE);
    RunningExecution run = saga.start(Order.LARGE).runUntilParked();

    run.advance(ofDays(2).plus(ofMinutes(1)));

    assertThat(run.finish())
        .isFailed()
        .hasError("Approval.Missed")
        .hasCause("Nobody decided on order A-1002 in time.")
        .state(
            "AwaitApproval",
            approval -> approval.hasDuration(ofDays(2)).wasCaught("States.Timeout"));
  }

  @Test
  void the_answer_of_the_desk_can_be_scripted(TestStateMachine saga) {
    saga.mock("AwaitApproval").isCalledBackAfter(ofHours(30)).with(YES);

    Execution run = saga.run(Order.LARGE);

    assertThat(run)
        .isSucceeded()
        .state("AwaitApproval", approval -> approval.hasDuration(ofHours(30)));
  }

  @Test
  void a_scripted_answer_that_comes_too_late_is_not_heard(TestStateMachine saga) {
    saga.mock("AwaitApproval").isCalledBackAfter(ofDays(3)).with(YES);
    saga.mock("ReleaseInventory").returnsPayload(GoodDay.DONE);

    Execution run = saga.run(Order.LARGE);

    assertThat(run).isFailed().hasError("Approval.Missed").hasDuration(ofDays(2));
  }

  @Test
  void a_desk_that_breaks_down_is_a_failure(TestStateMachine saga) {
    saga.mock("AwaitApproval").isCalledBackAfter(ofHours(1)).failingWith("Desk.Broken", "No power");
    saga.mock("ReleaseInventory").returnsPayload(GoodDay.DONE);

    Execution run = saga.run(Order.LARGE);

    assertThat(run).isFailed().hasError("Desk.Broken").hasCause("No power");
  }
}
