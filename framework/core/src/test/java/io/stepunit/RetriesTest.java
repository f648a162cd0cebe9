package io.stepunit;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.history.StateVisit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  /** A Task with these Retry and Catch, and a state that a Catcher leads to. */
  private TestStateMachine task(String retry, String catches) {
    return env.define(
        "retries",
        """
        {"StartAt": "T", "States": {
          "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 5,
            "Retry": %s, "Catch": %s, "End": true}%s}}
        """
            .formatted(
                retry,
                catches,
                catches.equals("[]") ? "" : ", \"Caught\": {\"Type\": \"Pass\", \"End\": true}"));
  }

  private static StateVisit visit(Execution run) {
    return run.visits("T").get(0);
  }

  @Test
  void waits_one_second_then_doubles_three_times_at_most_by_default() {
    TestStateMachine machine = task("[{\"ErrorEquals\": [\"States.ALL\"]}]", "[]");
    machine.mock("T").fails("Boom", "why");

    Execution run = machine.run("{}");

    assertThat(visit(run).attempts()).hasSize(4);
    assertThat(visit(run).retryDelays()).containsExactly(ofSeconds(1), ofSeconds(2), ofSeconds(4));
    assertThat(run.duration()).isEqualTo(ofSeconds(7));
    assertThat(run.error()).contains("Boom");
  }

  @Test
  void keeps_fractions_of_a_second() {
    TestStateMachine machine =
        task(
            """
            [{"ErrorEquals": ["Boom"], "IntervalSeconds": 3, "BackoffRate": 1.5}]
            """,
            "[]");
    machine.mock("T").fails("Boom", "why");

    assertThat(visit(machine.run("{}")).retryDelays())
        .containsExactly(ofSeconds(3), ofMillis(4500), ofMillis(6750));
  }

  @Test
  void caps_the_delay() {
    TestStateMachine machine =
        task(
            """
            [{"ErrorEquals": ["Boom"], "IntervalSeconds": 2, "MaxDelaySeconds": 5}]
            """,
            "[]");
    machine.mock("T").fails("Boom", "why");

    assertThat(visit(machine.run("{}")).retryDelays())
        .containsExactly(ofSeconds(2), ofSeconds(4), ofSeconds(5));
  }

  @Test
  void waits_as_many_seconds_as_an_int_holds_and_no_longer() {
    TestStateMachine machine =
        StepFunctionsEnvironment.builder()
            .withoutLimits(ServiceLimit.STANDARD_EXECUTION_TIME)
            .build()
            .define(
                "patient",
                """
                {"StartAt": "T", "States": {"T": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Retry": [{"ErrorEquals": ["Boom"], "MaxAttempts": 2,
                    "IntervalSeconds": 99999999, "BackoffRate": 100}]}}}
                """);
    machine.mock("T").fails("Boom", "why");

    Execution run = machine.run("{}");

    assertThat(visit(run).retryDelays())
        .containsExactly(ofSeconds(99_999_999), ofSeconds(Integer.MAX_VALUE));
  }

  @Test
  void spreads_the_delay_by_the_seed_where_jitter_is_full() {
    List<Duration> first = jitteredDelays(1);
    List<Duration> again = jitteredDelays(1);
    List<Duration> other = jitteredDelays(2);

    assertThat(first).isEqualTo(again).isNotEqualTo(other);
    assertThat(first.get(0)).isBetween(Duration.ZERO, ofSeconds(100));
    assertThat(first.get(1)).isBetween(Duration.ZERO, ofSeconds(200));
  }

  private static List<Duration> jitteredDelays(long seed) {
    TestStateMachine machine =
        StepFunctionsEnvironment.builder()
            .seed(seed)
            .build()
            .define(
                "jitter",
                """
                {"StartAt": "T", "States": {
                  "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
                    "Retry": [{"ErrorEquals": ["Boom"], "IntervalSeconds": 100, "MaxAttempts": 2,
                      "JitterStrategy": "FULL"}]}}}
                """);
    machine.mock("T").fails("Boom", "why");
    return visit(machine.run("{}")).retryDelays();
  }

  /** The example of the Amazon States Language: errors A, B, C, B. */
  @Test
  void counts_each_retrier_by_itself_and_goes_to_the_catcher_when_the_matching_one_is_exhausted() {
    TestStateMachine machine =
        task(
            """
            [{"ErrorEquals": ["A", "B"], "IntervalSeconds": 1, "BackoffRate": 2, "MaxAttempts": 2},
             {"ErrorEquals": ["C"], "IntervalSeconds": 5}]
            """,
            """
            [{"ErrorEquals": ["States.ALL"], "Next": "Caught"}]
            """);
    machine.mock("T").fails("A", "").thenFails("B", "").thenFails("C", "").thenFails("B", "");

    Execution run = machine.run("{}");

    assertThat(visit(run).retryDelays()).containsExactly(ofSeconds(1), ofSeconds(2), ofSeconds(5));
    assertThat(run.path()).containsExactly("T", "Caught");
    assertThat(visit(run).catcherTaken()).isPresent();
  }

  @Test
  void never_retries_where_max_attempts_is_zero() {
    TestStateMachine machine =
        task(
            """
            [{"ErrorEquals": ["Boom"], "MaxAttempts": 0}, {"ErrorEquals": ["States.ALL"]}]
            """,
            "[]");
    machine.mock("T").fails("Boom", "why");

    assertThat(visit(machine.run("{}")).attempts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "States.ALL, Boom, true",
    "States.TaskFailed, Boom, true",
    "States.TaskFailed, States.Timeout, false",
    "States.Timeout, States.Timeout, true",
    "States.HeartbeatTimeout, States.Timeout, false",
    "Boom, Boom, true",
    "Boo*, Boom, false",
    "boom, Boom, false",
    "States.Permissions, States.Permissions, true",
    "States.TaskFailed, States.Permissions, true",
    "States.Http.StatusCode.404, States.Http.StatusCode.404, true",
    "States.Http.StatusCode.4XX, States.Http.StatusCode.404, false",
    "Lambda.*, Lambda.ServiceException, false",
    "States.ALL, States.Runtime, false",
    "States.Runtime, States.Runtime, false",
  })
  void catches_by_name(String errorEquals, String error, boolean caught) {
    TestStateMachine machine =
        task("[]", "[{\"ErrorEquals\": [\"" + errorEquals + "\"], \"Next\": \"Caught\"}]");
    machine.mock("T").fails(error, "why");

    Execution run = machine.run("{}");

    assertThat(run.path().contains("Caught")).isEqualTo(caught);
  }

  @ParameterizedTest
  @CsvSource({
    "States.TaskFailed, false",
    "States.HeartbeatTimeout, true",
    "States.Timeout, true",
    "States.ALL, true"
  })
  void catches_a_missed_heartbeat_by_name(String errorEquals, boolean caught) {
    TestStateMachine machine =
        env.define(
            "heartbeat",
            """
            {"StartAt": "T", "States": {
              "T": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:a",
                "HeartbeatSeconds": 5, "Catch": [{"ErrorEquals": ["%s"], "Next": "Caught"}],
                "End": true},
              "Caught": {"Type": "Pass", "End": true}}}
            """
                .formatted(errorEquals));
    machine.mock("T").neverAnswers();

    Execution run = machine.run("{}");

    assertThat(run.path().contains("Caught")).isEqualTo(caught);
    assertThat(run.events()).extracting(e -> e.type().awsName()).contains("ActivityTimedOut");
    assertThat(run.duration()).hasSeconds(5);
  }

  @Test
  void starts_with_fresh_counters_at_each_visit() {
    TestStateMachine machine =
        env.define(
            "loop",
            """
            {"StartAt": "T", "States": {
              "T": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "Next": "More",
                "Retry": [{"ErrorEquals": ["Boom"], "MaxAttempts": 1}]},
              "More": {"Type": "Choice", "Default": "Done",
                "Choices": [{"Variable": "$.more", "BooleanEquals": true, "Next": "T"}]},
              "Done": {"Type": "Succeed"}}}
            """);
    machine
        .mock("T")
        .fails("Boom", "why")
        .thenReturns("{\"more\": true}")
        .thenFails("Boom", "why")
        .thenReturns("{\"more\": false}");

    Execution run = machine.run("{}");

    assertThat(run.path()).containsExactly("T", "More", "T", "More", "Done");
    assertThat(run.visits("T")).allSatisfy(visit -> assertThat(visit.attempts()).hasSize(2));
  }

  @Test
  void evaluates_the_parameters_anew_with_the_retry_count() {
    TestStateMachine machine =
        env.define(
            "count",
            """
            {"StartAt": "T", "States": {
              "T": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "End": true,
                "Parameters": {"retries.$": "$$.State.RetryCount"},
                "Retry": [{"ErrorEquals": ["Boom"]}]}}}
            """);
    machine
        .mock("T")
        .answers(
            call -> {
              if (call.inputAt("$.retries").intValue() < 2) {
                throw new io.stepunit.TaskFailure("Boom", "not yet");
              }
              return call.input();
            });

    Execution run = machine.run("{}");

    assertThat(run.output().orElseThrow().get("retries").intValue()).isEqualTo(2);
  }
}
