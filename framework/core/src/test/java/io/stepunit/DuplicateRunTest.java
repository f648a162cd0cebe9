package io.stepunit;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DuplicateRunTest {
  private static final String CHARGE =
      """
      {"StartAt": "Charge", "States": {
        "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "Parameters": {"FunctionName": "charge", "Payload": {
            "key.$": "$$.Execution.Id", "once.$": "States.UUID()"}},
          "End": true}}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine machine = env.define("pay", CHARGE, WorkflowType.EXPRESS);

  private static String keyOf(Execution run, String name) {
    return run.calls("Charge").get(0).inputAt("$.Payload." + name).orElseThrow().asText();
  }

  @Test
  void both_runs_are_the_one_execution() {
    machine.mock("Charge").returnsPayload(Map.of("paid", true)).taking(ofSeconds(3));

    DuplicateRun runs = machine.runAtLeastOnce("{\"id\": 7}");

    assertThat(runs.second().arn()).isEqualTo(runs.first().arn());
    assertThat(runs.second().name()).isEqualTo(runs.first().name());
    assertThat(runs.second().input()).isEqualTo(runs.first().input());
    assertThat(keyOf(runs.second(), "key")).isEqualTo(keyOf(runs.first(), "key"));
    assertThat(keyOf(runs.second(), "once")).isNotEqualTo(keyOf(runs.first(), "once"));
    assertThat(env.executions()).hasSize(2);
  }

  @Test
  void the_second_begins_when_the_first_has_ended() {
    machine.mock("Charge").returnsPayload(Map.of("paid", true)).taking(ofSeconds(3));

    DuplicateRun runs = machine.runAtLeastOnce("{}");

    assertThat(runs.runs()).extracting(Execution::status).containsOnly(ExecutionStatus.SUCCEEDED);
    assertThat(runs.second().startedAt()).isEqualTo(runs.first().startedAt().plusSeconds(3));
  }

  @Test
  void or_a_time_after_it_began() {
    machine.mock("Charge").returnsPayload(Map.of("paid", true)).taking(ofSeconds(3));

    DuplicateRun runs = machine.runAtLeastOnce("{}", ofSeconds(1));

    assertThat(runs.second().startedAt()).isEqualTo(runs.first().startedAt().plusSeconds(1));
    assertThat(runs.runs()).extracting(Execution::duration).containsOnly(ofSeconds(3));
  }

  @Test
  void or_at_once() {
    machine.mock("Charge").returnsPayload(Map.of("paid", true)).taking(ofSeconds(3));

    DuplicateRun runs = machine.runAtLeastOnce("{}", ZERO);

    assertThat(runs.second().startedAt()).isEqualTo(runs.first().startedAt());
    assertThat(runs.runs()).extracting(Execution::status).containsOnly(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void the_second_may_go_another_way() {
    machine
        .mock("Charge")
        .returnsPayload(Map.of("paid", true))
        .times(1)
        .thenFails("Paid.Already", "");

    DuplicateRun runs = machine.runAtLeastOnce("{}");

    assertThat(runs.first().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(runs.second().error()).contains("Paid.Already");
  }

  @Test
  void messages_of_both_runs_are_told_apart() {
    TestStateMachine notify =
        env.define(
            "notify",
            """
            {"StartAt": "Send", "States": {
              "Send": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
                "Parameters": {"QueueUrl": "q", "MessageBody": "paid"}, "End": true}}}
            """,
            WorkflowType.EXPRESS);
    notify.mock("Send").capturedBy(env.outbox());

    DuplicateRun runs = notify.runAtLeastOnce("{}", ZERO);

    assertThat(runs.runs())
        .extracting(run -> run.outputAt("$.MessageId").orElseThrow().asText())
        .doesNotHaveDuplicates();
    assertThat(env.outbox().sent("sqs")).hasSize(2);
  }

  @Test
  void runs_of_one_name_are_not_two_executions_of_that_name() {
    machine.mock("Charge").fails("Busy").times(1).thenReturnsPayload(1);

    Execution first = machine.start("{}", "same").finish();
    Execution second = machine.start("{}", "same").finish();

    assertThat(first.error()).contains("Busy");
    assertThat(second.error()).contains("Busy");
  }

  @Test
  void a_standard_execution_runs_once() {
    TestStateMachine standard = env.define("standard", CHARGE);

    assertThatIllegalStateException()
        .isThrownBy(() -> standard.runAtLeastOnce("{}"))
        .withMessageContaining("'standard' is a Standard state machine")
        .withMessageContaining("WorkflowType.EXPRESS");
    assertThatIllegalStateException().isThrownBy(() -> standard.runAtLeastOnce("{}", ZERO));
  }
}
