package io.stepunit.api;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.ExecutionStatus;
import org.junit.jupiter.api.Test;

class UpdateMapRunTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final ApiCalls calls = new ApiCalls(env);

  /** Each item is a number of seconds; one of 2 fails after them. */
  private final TestStateMachine rows =
      env.define(
          "rows",
          """
          {"StartAt": "Rows", "States": {"Rows": {"Type": "Map", "Label": "Rows", "End": true,
            "MaxConcurrency": 1, "ItemProcessor": {
              "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
              "StartAt": "Wait", "States": {
                "Wait": {"Type": "Wait", "SecondsPath": "$", "Next": "Odd"},
                "Odd": {"Type": "Choice", "Default": "Done", "Choices":
                  [{"Variable": "$", "NumericEquals": 2, "Next": "Bad"}]},
                "Bad": {"Type": "Fail", "Error": "Bad"},
                "Done": {"Type": "Succeed"}}}}}}""");

  private static String arnOf(RunningExecution running) {
    return running.snapshot().mapRuns().get(0).arn();
  }

  @Test
  void lets_more_children_run_at_once() {
    RunningExecution running = rows.start("[10, 10, 10, 10]");
    running.advance(ofSeconds(1));
    String arn = arnOf(running);

    JsonNode answer = calls.call("UpdateMapRun", "mapRunArn", arn, "maxConcurrency", 4);

    assertThat(answer).isEmpty();
    assertThat(
            calls.call("DescribeMapRun", "mapRunArn", arn).at("/executionCounts/running").asInt())
        .isEqualTo(4);
    running.finish();
    assertThat(env.now()).isEqualTo("2026-01-01T00:00:11Z");
  }

  @Test
  void lets_fewer_begin_but_stops_none() {
    RunningExecution running = rows.start("[10, 10, 10, 10]");
    running.advance(ofSeconds(1));
    calls.call("UpdateMapRun", "mapRunArn", arnOf(running), "maxConcurrency", 4);
    calls.call("UpdateMapRun", "mapRunArn", arnOf(running), "maxConcurrency", 1);

    running.finish();

    assertThat(env.now()).isEqualTo("2026-01-01T00:00:11Z");
  }

  @Test
  void tolerates_more_failures() {
    RunningExecution running = rows.start("[1, 2, 1, 1]");
    running.advance(ofSeconds(1));

    calls.call("UpdateMapRun", "mapRunArn", arnOf(running), "toleratedFailureCount", 1);
    Execution ended = running.finish();

    assertThat(ended.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(
            calls
                .call("DescribeMapRun", "mapRunArn", ended.mapRuns().get(0).arn())
                .get("toleratedFailureCount")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void fails_a_map_run_that_has_more_failures_than_it_tolerates_now() {
    RunningExecution running = rows.start("[2, 100, 1]");
    running.advance(ofSeconds(1));
    calls.call("UpdateMapRun", "mapRunArn", arnOf(running), "toleratedFailurePercentage", 50);
    running.advance(ofSeconds(5));

    calls.call("UpdateMapRun", "mapRunArn", arnOf(running), "toleratedFailurePercentage", 10.5);

    assertThat(running.snapshot().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(env.now()).isEqualTo("2026-01-01T00:00:06Z");
  }

  @Test
  void goes_on_to_hold_after_a_redrive() {
    TestStateMachine calling =
        env.define(
            "calling",
            """
            {"StartAt": "Rows", "States": {"Rows": {"Type": "Map", "Label": "Rows", "End": true,
              "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f"}}}}}}""");
    calling.mock("T").fails("Bad", "once").taking(ofSeconds(5)).thenReturns(1).taking(ofSeconds(5));
    RunningExecution running = calling.start("[1]");
    running.advance(ofSeconds(1));
    String arn = arnOf(running);
    calls.call("UpdateMapRun", "mapRunArn", arn, "maxConcurrency", 7);
    running.finish();

    running.redrive();
    running.advance(ofSeconds(1));

    assertThat(calls.call("DescribeMapRun", "mapRunArn", arn).get("maxConcurrency").asInt())
        .isEqualTo(7);
    calls.call("UpdateMapRun", "mapRunArn", arn, "maxConcurrency", 8);
    assertThat(calls.call("DescribeMapRun", "mapRunArn", arn).get("maxConcurrency").asInt())
        .isEqualTo(8);
  }

  @Test
  void of_one_that_has_ended_or_never_was_is_refused() {
    String arn = rows.run("[1]").mapRuns().get(0).arn();

    assertThatExceptionOfType(StepFunctionsException.class)
        .isThrownBy(() -> calls.call("UpdateMapRun", "mapRunArn", arn, "maxConcurrency", 4))
        .withMessage("ValidationException: Map Run '" + arn + "' has ended and cannot be updated")
        .matches(
            refused ->
                refused.validationReason().orElseThrow().equals("CANNOT_UPDATE_COMPLETED_MAP_RUN"));
    calls.assertRefused(
        "ResourceNotFound: Resource not found: '" + arn + "0'",
        "UpdateMapRun",
        "mapRunArn",
        arn + "0",
        "maxConcurrency",
        4);
  }
}
