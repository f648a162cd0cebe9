package com.example.expenses;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.assertThatThrownBy;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskToken;
import io.stepunit.TaskTokenException;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The test plays the people who are asked, over days of virtual time. */
@StateMachineTest(value = "expense-approval.asl.json", startTime = "2026-03-02T09:00:00Z")
class ExpenseApprovalTest {
  private static final Map<String, Object> YES = Map.of("approved", true, "by", "Kim");
  private static final Map<String, Object> NO =
      Map.of("approved", false, "by", "Kim", "reason", "no receipt");

  TestStateMachine approval;
  StepFunctionsEnvironment env;
  Desk approver;
  Desk manager;

  @BeforeEach
  void people_read_their_messages() {
    approver = new Desk(env.outbox(), "approvers");
    manager = new Desk(env.outbox(), "managers");
    approval.mockService("sqs").capturedBy(env.outbox());
    approval.mockService("sns").capturedBy(env.outbox());
  }

  @Test
  void an_approved_expense_is_reimbursed() {
    approval.mock("Reimburse").returnsPayload(Map.of("booked", true));
    RunningExecution run = approval.start(expense("2026-03-09T09:00:00Z")).runUntilParked();

    run.advance(ofHours(3));
    approver.latest(run).succeed(YES);

    assertThat(run.finish())
        .isSucceeded()
        .hasOutput(Map.of("status", "reimbursed", "by", "Kim"))
        .hasCallInputsAt("Reimburse", "$.Payload.approvedBy", "Kim")
        .hasDuration(ofHours(3));
    assertThat(manager.inbox()).isEmpty();
  }

  @Test
  void a_refused_expense_is_told_with_the_reason() {
    RunningExecution run = approval.start(expense("2026-03-09T09:00:00Z")).runUntilParked();

    approver.latest(run).succeed(NO);

    assertThat(run.finish()).isSucceeded().hasOutput(Map.of("status", "refused", "by", "Kim"));
    assertThat(news("$.reason")).isEqualTo("no receipt");
  }

  @Test
  void the_approver_is_reminded_once_a_day() {
    RunningExecution run = approval.start(expense("2026-03-09T09:00:00Z")).runUntilParked();

    run.advance(ofDays(2));

    assertThat(approver.inbox())
        .extracting(message -> message.messageAt("$.reminder").orElseThrow().asInt())
        .containsExactly(0, 1, 2);
    assertThat(approver.inbox())
        .extracting(message -> message.at().toString())
        .containsExactly("2026-03-02T09:00:00Z", "2026-03-03T09:00:00Z", "2026-03-04T09:00:00Z");
  }

  @Test
  void a_reminder_has_a_token_of_its_own_and_the_one_before_is_dead() {
    approval.mock("Reimburse").returnsPayload(Map.of("booked", true));
    RunningExecution run = approval.start(expense("2026-03-09T09:00:00Z")).runUntilParked();
    TaskToken first = approver.latest(run);

    run.advance(ofHours(30));
    assertThatThrownBy(() -> first.succeed(YES))
        .isInstanceOf(TaskTokenException.class)
        .hasMessageContaining("TaskTimedOut");
    approver.latest(run).succeed(YES);

    assertThat(run.finish())
        .isSucceeded()
        .visited("AskApprover", 2)
        .visit("AskApprover", 1, asked -> asked.wasCaught("States.Timeout").hasDuration(ofDays(1)))
        .visit("AskApprover", 2, asked -> asked.wasNotCaught().hasDuration(ofHours(6)));
  }

  @Test
  void after_two_reminders_the_manager_decides() {
    approval.mock("Reimburse").returnsPayload(Map.of("booked", true));
    RunningExecution run = approval.start(expense("2026-03-09T09:00:00Z")).runUntilParked();

    run.advance(ofDays(3).minus(ofSeconds(1)));
    assertThat(manager.inbox()).isEmpty();
    run.advance(ofSeconds(1));
    assertThat(approver.inbox()).hasSize(3);
    assertThat(news("$.status")).isEqualTo("escalated");
    run.advance(ofDays(1));
    manager.latest(run).succeed(YES);

    assertThat(run.finish())
        .isSucceeded()
        .visitedInOrder("AskApprover", "TellOfEscalation", "AskManager", "Reimburse")
        .hasDuration(ofDays(4));
  }

  @Test
  void an_approver_who_is_away_is_not_reminded() {
    RunningExecution run = approval.start(expense("2026-03-09T09:00:00Z")).runUntilParked();

    approver.latest(run).fail("Approver.Away", "back in April");
    run.runUntilParked();

    assertThat(run.snapshot()).isRunning().visited("AskApprover", 1).hasDuration(ZERO);
    assertThat(manager.inbox()).hasSize(1);
  }

  @Test
  void at_the_deadline_it_is_too_late_for_the_manager() {
    RunningExecution run = approval.start(expense("2026-03-06T12:00:00Z")).runUntilParked();

    run.advance(ofDays(3));
    TaskToken token = manager.latest(run);
    run.advance(ofDays(2));

    assertThat(run.snapshot())
        .isFailed()
        .hasError("Approval.TooLate")
        .hasCause("Nobody decided on expense e-7 in time")
        .state("AskManager", asked -> asked.hasDuration(ofHours(27)))
        .hasDuration(ofDays(4).plusHours(3));
    assertThat(news("$.status")).isEqualTo("expired");
    assertThatThrownBy(() -> token.succeed(YES)).isInstanceOf(TaskTokenException.class);
  }

  @Test
  void an_answer_in_the_last_second_counts() {
    approval.mock("Reimburse").returnsPayload(Map.of("booked", true));
    RunningExecution run = approval.start(expense("2026-03-02T10:00:00Z")).runUntilParked();
    TaskToken token = approver.latest(run);

    run.advance(ofHours(1).minus(ofSeconds(1)));
    token.succeed(YES);

    assertThat(run.finish()).isSucceeded();
  }

  @Test
  void a_deadline_within_the_first_day_comes_before_any_reminder() {
    RunningExecution run = approval.start(expense("2026-03-02T18:00:00Z")).runUntilParked();

    run.advance(ofDays(1));

    assertThat(run.snapshot())
        .isFailed()
        .hasError("Approval.TooLate")
        .visited("AskApprover", 1)
        .hasDuration(ofHours(9));
    assertThat(approver.inbox()).hasSize(1);
    assertThat(manager.inbox()).isEmpty();
  }

  @Test
  void nobody_is_asked_after_the_deadline() {
    assertThat(approval.run(expense("2026-03-02T08:59:59Z")))
        .isFailed()
        .hasError("Approval.TooLate")
        .neverVisited("AskApprover", "AskManager");
  }

  @Test
  void a_failure_that_nobody_foresaw_ends_the_execution() {
    RunningExecution run = approval.start(expense("2026-03-09T09:00:00Z")).runUntilParked();

    approver.latest(run).fail("Chat.Broken", "500");

    assertThat(run.finish()).isFailed().hasError("Chat.Broken").hasCause("500");
  }

  @Test
  void a_request_that_is_withdrawn_can_not_be_answered_any_more() {
    RunningExecution run = approval.start(expense("2026-03-09T09:00:00Z")).runUntilParked();
    TaskToken token = approver.latest(run);

    run.advance(ofHours(1)).stop("Withdrawn", "paid by somebody else");

    assertThat(run.snapshot()).isAborted().hasError("Withdrawn");
    assertThatThrownBy(() -> token.succeed(YES)).isInstanceOf(TaskTokenException.class);
  }

  private static Map<String, Object> expense(String decideBy) {
    return Map.of("expense", Map.of("id", "e-7", "euros", 80), "decideBy", decideBy);
  }

  /** What the latest message to the employee says at a path. */
  private String news(String path) {
    var messages = env.outbox().sent("sns");
    return messages.get(messages.size() - 1).messageAt(path).orElseThrow().asText();
  }
}
