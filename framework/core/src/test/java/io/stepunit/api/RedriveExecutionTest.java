package io.stepunit.api;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** RedriveExecution, as a client calls it. */
class RedriveExecutionTest {
  private static final String TASK =
      "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:f\"";
  private static final String ONE =
      """
      {"StartAt": "T", "States": {"T": {%s, "End": true}}}
      """
          .formatted(TASK);

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final StepFunctionsApi api = env.api();
  private final TestStateMachine machine = env.define("one", ONE);

  private Execution failed() {
    machine.mock("T").fails("Bad");
    return machine.run("{}");
  }

  private String redrive(String arn, String token) {
    return api.call("RedriveExecution", Map.of("executionArn", arn, "clientToken", token))
        .get("redriveDate")
        .textValue();
  }

  private JsonNode describe(String arn) {
    return api.call("DescribeExecution", Map.of("executionArn", arn));
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(StepFunctionsException.class).hasMessage(message);
  }

  @Nested
  class A_client_token {
    @Test
    void is_answered_with_the_date_of_its_redrive_whatever_the_execution_has_become() {
      String arn = failed().arn();
      String first = redrive(arn, "A");
      env.advance(ofSeconds(10));
      int events = api.getExecutionHistory(arn).size();

      assertThat(redrive(arn, "A")).isEqualTo(first).isEqualTo("2026-01-01T00:00:00Z");
      assertThat(api.getExecutionHistory(arn)).hasSize(events);
      assertThat(describe(arn).get("redriveCount").intValue()).isEqualTo(1);
      machine.mock("T").returns(1).taking(ofSeconds(5));
      String second = redrive(arn, "B");
      assertThat(second).isEqualTo("2026-01-01T00:00:10Z");
      assertThat(redrive(arn, "A")).isEqualTo(first);
      assertThat(describe(arn).get("status").textValue()).isEqualTo("RUNNING");
      env.runToEnd();
      assertThat(redrive(arn, "B")).isEqualTo(second);
      assertThat(describe(arn).get("redriveCount").intValue()).isEqualTo(2);
    }

    @Test
    void is_not_used_up_by_a_refusal() {
      machine.mock("T").fails("Bad").taking(ofSeconds(5));
      String arn = machine.start("{}").arn();
      assertThatThrownBy(() -> redrive(arn, "A")).hasMessageContaining("is RUNNING");
      env.runToEnd();

      assertThat(redrive(arn, "A")).isEqualTo("2026-01-01T00:00:05Z");
    }

    @Test
    void is_the_execution_s_own() {
      String one = failed().arn();
      String other = failed().arn();
      redrive(one, "A");
      env.advance(ofSeconds(1));

      assertThat(redrive(other, "A")).isEqualTo("2026-01-01T00:00:01Z");
    }

    @Test
    void is_forgotten_after_a_quarter_of_an_hour() {
      String arn = failed().arn();
      redrive(arn, "A");
      env.advance(ofMinutes(15));
      assertThat(redrive(arn, "A")).isEqualTo("2026-01-01T00:00:00Z");
      env.advance(ofSeconds(1));

      assertThat(redrive(arn, "A")).isEqualTo("2026-01-01T00:15:01Z");
    }

    @Test
    void is_forgotten_after_ten_others() {
      String arn = failed().arn();
      for (int i = 0; i < 11; i++) {
        redrive(arn, "token-" + i);
        env.advance(ofSeconds(1));
      }

      assertThat(redrive(arn, "token-1")).isEqualTo("2026-01-01T00:00:01Z");
      assertThat(redrive(arn, "token-0")).isEqualTo("2026-01-01T00:00:11Z");
    }
  }

  @Nested
  class Is_refused {
    @Test
    void is_refused_for_an_execution_that_runs_or_has_succeeded() {
      machine.mock("T").returns(1).taking(ofSeconds(5));
      String arn = machine.start("{}").arn();
      String refused = "ExecutionNotRedrivable: Execution " + arn + " invalid for redrive as: ";

      assertRefused(
          () -> api.redriveExecution(arn), refused + "Execution is RUNNING and cannot be redriven");
      env.runToEnd();
      assertRefused(
          () -> redrive(arn, "A"), refused + "Execution is SUCCEEDED and cannot be redriven");
    }

    @Test
    void is_refused_for_an_execution_that_is_unknown() {
      String arn = "arn:aws:states:us-east-1:123456789012:execution:one:nobody";

      assertRefused(
          () -> api.redriveExecution(arn),
          "ExecutionDoesNotExist: Execution Does Not Exist: '" + arn + "'");
    }

    @Test
    void is_refused_for_children_of_a_map_run_whatever_their_status() {
      assertRefused(
          () ->
              api.redriveExecution("arn:aws:states:us-east-1:123456789012:execution:one/Each:some"),
          "ValidationException: Labeled Execution ARNs are not supported for this API");
      assertRefused(
          () -> api.redriveExecution("arn:aws:states:us-east-1:123456789012:express:one/Each:a:b"),
          "InvalidArn: Invalid Arn: 'Resource type not valid in this context: express'");
    }

    @Test
    void a_filter_of_redrives_is_refused_in_a_list_of_a_machine_s_executions() {
      assertRefused(
          () ->
              api.call(
                  "ListExecutions",
                  Map.of("stateMachineArn", machine.arn(), "redriveFilter", "REDRIVEN")),
          "ValidationException: RedriveFilter cannot be applied to ListExecutions call with"
              + " StateMachine ARN");
    }
  }
}
