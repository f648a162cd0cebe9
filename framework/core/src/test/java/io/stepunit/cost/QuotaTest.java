package io.stepunit.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.ServiceLimit;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuotaTest {
  private static final String TASK =
      "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:f\"";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private static String definition(String states) {
    return "{\"StartAt\": \"A\", \"States\": {" + states.replace("TASK", TASK) + "}}";
  }

  private TestStateMachine define(String states) {
    return env.define("machine", definition(states));
  }

  private static QuotaUse use(Execution run, Quota quota) {
    return run.quotas().stream().filter(use -> use.quota() == quota).findFirst().orElseThrow();
  }

  @Test
  void events_and_time_of_a_standard_execution_count() {
    Execution run = define("\"A\": {\"Type\": \"Wait\", \"Seconds\": 3, \"End\": true}").run("{}");

    assertThat(use(run, Quota.HISTORY_EVENTS))
        .hasToString("events of the history: 4 of 25,000 (0.0 %)");
    assertThat(use(run, Quota.EXECUTION_SECONDS).used()).isEqualTo(3);
    assertThat(use(run, Quota.EXECUTION_SECONDS).limit()).isEqualTo(365L * 24 * 60 * 60);
    assertThat(run.quotas()).noneMatch(QuotaUse::isExceeded);
  }

  @Test
  void an_express_execution_has_five_minutes_and_any_number_of_events() {
    TestStateMachine machine =
        env.define("machine", definition("\"A\": {TASK, \"End\": true}"), WorkflowType.EXPRESS);
    machine.mock("A").returns(1).taking(Duration.ofSeconds(150));

    Execution run = machine.run("{}");

    assertThat(run.quotas()).extracting(QuotaUse::quota).doesNotContain(Quota.HISTORY_EVENTS);
    assertThat(use(run, Quota.EXECUTION_SECONDS).share()).isEqualTo(0.5);
  }

  @Test
  void the_largest_payload_is_told_with_its_state() {
    TestStateMachine machine = define("\"A\": {TASK, \"ResultPath\": \"$.r\", \"End\": true}");
    machine.mock("A").returns("\"" + "x".repeat(1_000) + "\"");

    assertThat(use(machine.run("{\"a\": 1}"), Quota.PAYLOAD_BYTES))
        .isEqualTo(new QuotaUse(Quota.PAYLOAD_BYTES, 1_014, 262_144, Optional.of("A"), "output"));
  }

  @Test
  void a_state_in_an_iteration_is_told_by_its_path() {
    Execution run =
        define(
                """
                "A": {"Type": "Map", "ItemsPath": "$.items", "ResultPath": null, "End": true,
                  "ItemProcessor": {"StartAt": "P", "States": {
                    "P": {"Type": "Pass", "Result": "a result that is longer than all", "End": true}}}}
                """)
            .run("{\"items\": [1]}");

    assertThat(use(run, Quota.PAYLOAD_BYTES).state()).contains("A[0]/P");
  }

  @Test
  void a_payload_that_was_refused_exceeds_the_quota() {
    TestStateMachine machine =
        define(
            """
            "A": {TASK, "End": true, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}]},
            "B": {"Type": "Pass", "End": true}
            """);
    machine.mock("A").returns("\"" + "x".repeat(262_144) + "\"");

    Execution run = machine.run("{}");

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(use(run, Quota.PAYLOAD_BYTES).isExceeded()).isTrue();
    assertThat(use(run, Quota.PAYLOAD_BYTES).state()).contains("A");
    assertThat(use(run, Quota.PAYLOAD_BYTES).detail()).startsWith("States.DataLimitExceeded");
  }

  @Test
  void a_full_history_exceeds_the_quota() {
    Execution run =
        define(
                """
                "A": {"Type": "Choice", "Default": "B",
                  "Choices": [{"Variable": "$", "NumericEquals": 1, "Next": "C"}]},
                "B": {"Type": "Pass", "Next": "A"},
                "C": {"Type": "Succeed"}
                """)
            .run("{}");

    assertThat(use(run, Quota.HISTORY_EVENTS).used()).isEqualTo(25_000);
    assertThat(use(run, Quota.HISTORY_EVENTS).isExceeded()).isTrue();
  }

  @Test
  void more_iterations_at_once_than_aws_runs_exceed_the_quota_only_without_the_limit() {
    String map =
        definition(
            """
            "A": {"Type": "Map", "ItemsPath": "$", "End": true, "ItemProcessor": {
              "StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 1, "End": true}}}}
            """);
    String items = "[" + "1,".repeat(44) + "1]";
    StepFunctionsEnvironment unlimited =
        StepFunctionsEnvironment.builder()
            .withoutLimits(ServiceLimit.INLINE_MAP_CONCURRENCY)
            .build();

    QuotaUse limited = use(env.define("m", map).run(items), Quota.INLINE_MAP_CONCURRENCY);
    QuotaUse lifted = use(unlimited.define("m", map).run(items), Quota.INLINE_MAP_CONCURRENCY);

    assertThat(limited.used()).isEqualTo(40);
    assertThat(limited.isExceeded()).isFalse();
    assertThat(lifted.used()).isEqualTo(45);
    assertThat(lifted.isExceeded()).isTrue();
  }

  @Test
  void variables_count_by_state_and_all_together() {
    Execution run =
        define(
                """
                "A": {"Type": "Pass", "Assign": {"a": "123456", "b": "12"}, "Next": "B"},
                "B": {"Type": "Pass", "Assign": {"a": "1", "c": "12"}, "End": true}
                """)
            .run("{}");

    assertThat(use(run, Quota.ASSIGNED_BYTES).used()).isEqualTo(12);
    assertThat(use(run, Quota.ASSIGNED_BYTES).state()).contains("A");
    assertThat(use(run, Quota.VARIABLE_BYTES).used()).isEqualTo(12);
  }

  @Test
  void the_definition_counts_as_it_is_written() {
    String states = "\"A\": {\"Type\": \"Pass\",   \"End\": true}";

    assertThat(use(define(states).run("{}"), Quota.DEFINITION_BYTES).used())
        .isEqualTo(definition(states).length());
  }

  @Test
  void of_child_executions_the_largest_counts() {
    Execution run =
        define(
                """
                "A": {"Type": "Map", "ItemsPath": "$", "ResultSelector": 1, "End": true,
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                    "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true,
                      "Result": "a result that is longer than all else in this execution"}}}}
                """)
            .run(Map.of("items", 1).values());

    assertThat(use(run, Quota.PAYLOAD_BYTES).detail()).startsWith("child execution ");
  }
}
