package io.stepunit;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.api.StepFunctionsException;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.internal.json.Json;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncExecutionTest {
  private static final String TASK =
      """
      {"StartAt": "T", "States": {
        "T": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
          "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2}],
          "End": true}}}
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine machine = env.define("quote", TASK, WorkflowType.EXPRESS);

  @Test
  void answers_as_the_service_does() {
    machine.mock("T").returns(Map.of("rate", 2)).taking(ofMillis(250));

    SyncExecution answer = machine.startSync("{\"a\": 1}", "first");

    assertThat(answer.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(answer.output()).contains(Json.parse("{\"rate\": 2}"));
    assertThat(answer.error()).isEmpty();
    assertThat(answer.startDate()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(answer.stopDate()).isEqualTo("2026-01-01T00:00:00.25Z");
    assertThat(Json.sameValue(answer.response(), response(answer))).isTrue();
  }

  private static JsonNode response(SyncExecution answer) {
    return Json.parse(
        """
        {"billingDetails": {"billedDurationInMilliseconds": 300, "billedMemoryUsedInMB": 64},
         "executionArn": "%s",
         "input": "{\\"a\\": 1}", "inputDetails": {"included": true},
         "name": "first",
         "output": "{\\"rate\\":2}", "outputDetails": {"included": true},
         "startDate": "2026-01-01T00:00:00+00:00",
         "stateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:quote",
         "status": "SUCCEEDED",
         "stopDate": "2026-01-01T00:00:00.250000+00:00"}
        """
            .formatted(answer.execution().arn()));
  }

  @Test
  void tells_error_and_cause_and_no_output_of_a_failure() {
    machine.mock("T").fails("Rate.Unknown", "no such currency");

    SyncExecution answer = machine.startSync("{}");

    assertThat(answer.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(answer.response().path("error").asText()).isEqualTo("Rate.Unknown");
    assertThat(answer.response().path("cause").asText()).isEqualTo("no such currency");
    assertThat(answer.response().has("output")).isFalse();
    assertThat(answer.response().at("/outputDetails/included").booleanValue()).isTrue();
  }

  @Test
  void tells_a_timeout() {
    machine.mock("T").neverAnswers();

    SyncExecution answer = machine.startSync("{}");

    assertThat(answer.response().path("status").asText()).isEqualTo("TIMED_OUT");
    assertThat(answer.error()).contains("States.Timeout");
    assertThat(answer.response().path("error").asText()).isEqualTo("States.Timeout");
    assertThat(answer.billingDetails().billedDuration()).isEqualTo(ofMinutes(5));
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 100", "PT0.000000001S, 100", "PT0.1S, 100", "PT0.1001S, 200", "PT7.51S, 7600"})
  void bills_time_in_steps_of_100_milliseconds(Duration taken, int billed) {
    machine.mock("T").returns("1").taking(taken);

    assertThat(machine.startSync("{}").billingDetails().billedDuration())
        .isEqualTo(ofMillis(billed));
  }

  @Test
  void bills_the_delays_of_retries() {
    machine.mock("T").fails("Busy", "").times(2).thenReturns("1");

    assertThat(machine.startSync("{}").billingDetails().billedDuration()).isEqualTo(ofSeconds(6));
  }

  private static SyncExecution runOverItems(int items, String map) {
    TestStateMachine each =
        StepFunctionsEnvironment.builder()
            .withoutLimits(ServiceLimit.PAYLOAD_BYTES)
            .withoutLimits(ServiceLimit.INLINE_MAP_CONCURRENCY)
            .build()
            .define(
                "each",
                """
                {"StartAt": "M", "States": {"M": {"Type": "Map", "ItemsPath": "$.items", "End": true,
                  "ItemSelector": {"text.$": "$.text"}, %s}}}
                """
                    .formatted(map),
                WorkflowType.EXPRESS);
    return each.startSync(
        Map.of("items", Collections.nCopies(items, 1), "text", "x".repeat(200_000)));
  }

  @ParameterizedTest
  @CsvSource({"1, 64", "40, 64", "100, 128"})
  void bills_memory_in_chunks_of_64_mb_for_what_is_held_at_once(int iterations, int billed) {
    SyncExecution answer =
        runOverItems(
            iterations,
            """
            "ItemProcessor": {"StartAt": "W", "States": {
              "W": {"Type": "Wait", "Seconds": 1, "End": true}}}
            """);

    assertThat(answer.billingDetails().billedMemoryUsedInMb()).isEqualTo(billed);
  }

  @Test
  void sync_execution_does_not_bill_memory_that_was_given_back() {
    SyncExecution answer =
        runOverItems(
            200,
            """
            "MaxConcurrency": 1, "ItemProcessor": {"StartAt": "P", "States": {
              "P": {"Type": "Pass", "Result": 1, "End": true}}}
            """);

    assertThat(answer.billingDetails().billedMemoryUsedInMb()).isEqualTo(64);
  }

  @Test
  void sync_execution_is_refused_for_a_standard_machine() {
    TestStateMachine standard = env.define("standard", TASK);

    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(() -> standard.startSync("{}"))
        .withMessage(
            "StateMachineTypeNotSupported: This operation is not supported by this type of state"
                + " machine");
    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(() -> standard.startSync("{}", "name"));
    assertThat(env.executions()).isEmpty();
  }
}
