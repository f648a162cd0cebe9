package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.assertThatThrownBy;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.DuplicateRun;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.SyncExecution;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ExecutionStatus;
import io.stepunit.history.LogLevel;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.monitoring.MetricName;
import io.stepunit.monitoring.Metrics;
import io.stepunit.monitoring.StatusChangeEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of docs/guide/workflow-types.md. */
@StateMachineTest(value = "quote.asl.json", type = WorkflowType.EXPRESS)
class WorkflowTypesExamplesTest {
  @Test
  void what_a_caller_is_answered(TestStateMachine quote) {
    quote.mock("FetchRate").returnsPayload(Map.of("rate", 11)).taking(ofMillis(740));
    quote.mock("Store").returns(Map.of());

    SyncExecution answer = quote.startSync(Map.of("currency", "SEK"));

    assertThat(answer).isSucceeded().hasPath("FetchRate", "Store");
    assertThat(answer.billingDetails().billedDuration()).isEqualTo(ofMillis(800));
    assertThat(answer.response().path("output").asText()).isEqualTo("{\"rate\":11}");
  }

  @Test
  void a_second_run_stores_the_same_quote(TestStateMachine quote) {
    quote.mock("FetchRate").returnsPayload(Map.of("rate", 11));
    quote.mock("Store").returns(Map.of());

    DuplicateRun runs = quote.runAtLeastOnce(Map.of("currency", "SEK"));

    List<String> keys =
        runs.runs().stream()
            .flatMap(run -> run.calls("Store").stream())
            .map(call -> call.inputAt("$.Item.id.S").orElseThrow().asText())
            .toList();
    assertThat(keys).hasSize(2).containsOnly(runs.first().name());
  }

  @Test
  void effects_tell_that_it_was_put_twice(TestStateMachine quote) {
    quote.mock("FetchRate").returnsPayload(Map.of("rate", 11));
    quote.mock("Store").returns(Map.of());

    quote.runAtLeastOnce(Map.of("currency", "SEK"));

    assertThatThrownBy(() -> assertThat(quote.effects("Store")).happenedOncePer("$.Item.id.S"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Store");
  }

  @Test
  void the_log_tells_the_failure_and_no_input(TestStateMachine quote) {
    quote.mock("FetchRate").fails("Rate.Unknown", "XXX");
    quote.logging(LogLevel.ERROR, false);

    quote.run(Map.of("currency", "XXX", "customer", "kim@example.com"));

    assertThat(quote.logRecords().toString()).doesNotContain("kim@example.com");
    assertThat(quote.logRecords())
        .extracting(one -> one.path("type").asText())
        .containsExactly("TaskFailed", "FailStateEntered", "ExecutionFailed");
  }

  @Test
  void a_rule_on_failed_executions(StepFunctionsEnvironment env, TestStateMachine quote) {
    TestStateMachine nightly = env.register("nightly", quote.definition());
    nightly.mock("FetchRate").fails("Rate.Unknown", "XXX");

    nightly.run(Map.of("currency", "XXX"));

    assertThat(env.statusEvents())
        .extracting(StatusChangeEvent::status)
        .containsExactly(ExecutionStatus.RUNNING, ExecutionStatus.FAILED);
    JsonNode event = env.statusEvents().get(1).json();
    assertThat(event.at("/detail/error").asText()).isEqualTo("NoQuote");
  }

  @Test
  void an_alarm_on_failed_functions(TestStateMachine quote, StepFunctionsEnvironment env) {
    quote.mock("FetchRate").fails("Rate.Unknown", "XXX").taking(ofSeconds(2));

    quote.run(Map.of("currency", "XXX"));

    Metrics metrics = env.metrics();
    assertThat(metrics.count(MetricName.EXECUTIONS_FAILED, quote.arn())).isEqualTo(1);
    assertThat(metrics.count(MetricName.SERVICE_INTEGRATIONS_FAILED)).isEqualTo(1);
    assertThat(metrics.times(MetricName.EXECUTION_TIME)).containsExactly(ofSeconds(2));
  }
}
