package com.example.published;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.assertThatThrownBy;
import static io.stepunit.history.EventType.PARALLEL_STATE_FAILED;
import static io.stepunit.history.EventType.TASK_FAILED;
import static io.stepunit.history.EventType.TASK_STATE_ABORTED;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;

import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskToken;
import io.stepunit.TaskTokenException;
import io.stepunit.TestStateMachine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three people are asked at the same time; each answers with the token of the own message. */
class ParallelApprovalTest {
  private static final String FIRST = "SNS Publish to Approver 1";
  private static final String SECOND = "SNS Publish to Approver2";
  private static final String THIRD = "SNS Publish to Approver3";
  private static final Map<String, Object> REQUEST = Map.of("leave", "May");

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine approval =
      PublishedWorkflow.of(
              "approval", "sfn-collection/parallel-human-approval__statemachine__StateMachine")
          .in(env);

  @BeforeEach
  void the_messages_are_sent() {
    approval.mockService("sns").capturedBy(env.outbox()).lenient();
  }

  @AfterEach
  void every_mock_was_used() {
    env.verifyMocksUsed();
  }

  @Test
  void each_approver_gets_the_request_and_a_token_of_the_own() {
    RunningExecution run = approval.start(REQUEST).runUntilParked();

    assertThat(env.outbox().sent("sns"))
        .extracting(sent -> sent.requestAt("$.TopicArn").orElseThrow().asText())
        .containsExactly(
            "arn:aws:sns:eu-central-1:341648752667:Approver1",
            "arn:aws:sns:eu-central-1:341648752667:Approver2",
            "arn:aws:sns:eu-central-1:341648752667:Approver3");
    assertThat(env.outbox().sent("sns"))
        .allSatisfy(
            sent ->
                assertThat(sent.messageAt("$.message.leave").orElseThrow().asText())
                    .isEqualTo("May"));
    assertThat(tokens())
        .containsExactly(
            run.token(FIRST).value(), run.token(SECOND).value(), run.token(THIRD).value())
        .doesNotHaveDuplicates();
  }

  @Test
  void it_succeeds_when_the_last_of_the_three_has_approved() {
    RunningExecution run = approval.start(REQUEST).runUntilParked();

    run.advance(ofHours(1)).token(tokens().get(2)).succeed(Map.of("by", "Kim"));
    run.advance(ofDays(2)).token(tokens().get(0)).succeed(Map.of("by", "Ann"));
    assertThat(run.snapshot()).isRunning().neverVisited("Success");
    run.advance(ofHours(3)).token(tokens().get(1)).succeed(Map.of("by", "Bo"));

    assertThat(run.finish())
        .isSucceeded()
        .hasOutput(List.of(Map.of("by", "Ann"), Map.of("by", "Bo"), Map.of("by", "Kim")))
        .state(THIRD, third -> third.hasDuration(ofHours(1)))
        .hasDuration(ofDays(2).plusHours(4));
  }

  @Test
  void one_refusal_ends_it_and_the_others_are_not_heard_any_more() {
    RunningExecution run = approval.start(REQUEST).runUntilParked();
    TaskToken first = run.token(FIRST);
    TaskToken third = run.token(THIRD);

    first.succeed(Map.of("by", "Ann"));
    run.advance(ofHours(1)).token(SECOND).fail("Refused", "not in May");

    assertThat(run.finish())
        .isFailed()
        .hasNoError()
        .state("Parallel", all -> all.wasCaught("Refused").wasCaughtBy("Fail"))
        .neverVisited("Success")
        .hasEventsInOrder(TASK_FAILED, TASK_STATE_ABORTED, PARALLEL_STATE_FAILED)
        .hasDuration(ofHours(1));
    assertThatThrownBy(() -> third.succeed(Map.of("by", "Kim")))
        .isInstanceOf(TaskTokenException.class)
        .hasMessageContaining("TaskTimedOut");
  }

  @Test
  void an_answer_counts_as_approval_whatever_it_says() {
    approval.mock(FIRST).isCalledBackAfter(ofHours(1)).with(Map.of("approved", false));
    approval.mock(SECOND).isCalledBackAfter(ofHours(2)).with(Map.of("approved", true));
    approval.mock(THIRD).isCalledBackAfter(ofHours(3)).with(Map.of("approved", true));

    assertThat(approval.run(REQUEST)).isSucceeded().hasOutputAt("$[0].approved", false);
  }

  @Test
  void a_topic_that_is_gone_ends_it_at_once() {
    approval.mock(SECOND).fails("SNS.NotFoundException", "Topic does not exist");

    assertThat(approval.run(REQUEST))
        .isFailed()
        .state("Parallel", all -> all.wasCaught("SNS.NotFoundException"));
  }

  private List<String> tokens() {
    return env.outbox().sent("sns").stream()
        .map(sent -> sent.messageAt("$.token").orElseThrow().asText())
        .toList();
  }
}
