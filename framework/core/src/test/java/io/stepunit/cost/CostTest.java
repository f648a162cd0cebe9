package io.stepunit.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ChildRetention;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostTest {
  private static final String TASK =
      "\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:f\"";

  private final StepFunctionsEnvironment env =
      StepFunctionsEnvironment.builder()
          .keepingChildren(ChildRetention.none().and(i -> i < 2))
          .build();

  private TestStateMachine define(String states, WorkflowType type) {
    return env.define(
        "machine",
        "{\"StartAt\": \"A\", \"States\": {" + states.replace("TASK", TASK) + "}}",
        type);
  }

  private TestStateMachine standard(String states) {
    return define(states, WorkflowType.STANDARD);
  }

  @Nested
  class Of_standard_executions {
    @Test
    void each_state_entered_is_a_transition() {
      Cost cost =
          standard(
                  """
                  "A": {"Type": "Pass", "Next": "M"},
                  "M": {"Type": "Map", "Next": "P", "ItemsPath": "$", "ItemProcessor":
                    {"StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}}},
                  "P": {"Type": "Parallel", "Next": "S", "Branches": [
                    {"StartAt": "L", "States": {"L": {"Type": "Pass", "End": true}}},
                    {"StartAt": "R", "States": {"R": {"Type": "Pass", "End": true}}}]},
                  "S": {"Type": "Succeed"}
                  """)
              .run("[1, 2, 3]")
              .cost();

      assertThat(cost.transitions().entries())
          .isEqualTo(Map.of("A", 1, "M", 1, "I", 3, "P", 1, "L", 1, "R", 1, "S", 1));
      assertThat(cost.billedTransitions()).isEqualTo(9);
      assertThat(cost.usd()).isEqualTo("0.000225");
    }

    @Test
    void each_retry_is_a_transition() {
      TestStateMachine machine =
          standard(
              """
              "A": {TASK, "End": true, "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 5}]}
              """);
      machine.mock("A").fails("Busy", "").times(3).thenReturns(1);

      Cost cost = machine.run("{}").cost();

      assertThat(cost.transitions().retries()).isEqualTo(Map.of("A", 3));
      assertThat(cost.billedTransitions()).isEqualTo(4);
    }

    @Test
    void a_parallel_that_is_tried_again_is_a_transition_beside_those_of_its_states() {
      TestStateMachine machine =
          standard(
              """
              "A": {"Type": "Parallel", "End": true, "Retry": [{"ErrorEquals": ["Busy"]}],
                "Branches": [{"StartAt": "T", "States": {"T": {TASK, "End": true}}}]}
              """);
      machine.mock("T").fails("Busy", "").times(1).thenReturns(1);

      BilledTransitions transitions = machine.run("{}").cost().transitions();

      assertThat(transitions.entries()).isEqualTo(Map.of("A", 1, "T", 2));
      assertThat(transitions.retries()).isEqualTo(Map.of("A", 1));
    }

    @Test
    void an_expression_that_fails_and_is_tried_again_is_a_transition() {
      TestStateMachine machine =
          standard(
              """
              "A": {TASK, "QueryLanguage": "JSONata", "Arguments": "{% $states.input.x.y %}",
                "End": true, "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 2}]}
              """);

      assertThat(machine.run("{}").cost().transitions().retries()).isEqualTo(Map.of("A", 2));
    }

    @Test
    void a_redrive_is_one_transition_and_what_it_resumes_none() {
      TestStateMachine machine = standard("\"A\": {TASK, \"End\": true}");
      machine.mock("A").fails("Busy", "").times(1).thenReturns(1);

      Execution redriven = machine.redrive(machine.run("{}")).finish();

      assertThat(redriven.cost().transitions().redrives()).isEqualTo(1);
      assertThat(redriven.cost().billedTransitions()).isEqualTo(2);
    }

    @Test
    void a_month_of_executions_costs_as_often_as_much() {
      Cost cost = standard("\"A\": {\"Type\": \"Pass\", \"End\": true}").run("{}").cost();

      assertThat(cost.usd(10_000_000)).isEqualTo("250");
      assertThatIllegalArgumentException().isThrownBy(() -> cost.usd(0)).withMessageContaining("0");
    }

    @Test
    void what_waits_cannot_be_an_express_workflow() {
      TestStateMachine machine =
          standard(
              """
              "A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "Parameters": {"QueueUrl": "https://sqs.us-east-1.amazonaws.com/1/q",
                  "MessageBody.$": "$$.Task.Token"}, "Next": "W"},
              "W": {"Type": "Wait", "Seconds": 301, "End": true}
              """);
      machine.mock("A").returns(Map.of());

      assertThat(machine.run("{}").cost().expressObstacles())
          .hasSize(2)
          .anySatisfy(text -> assertThat(text).contains(".waitForTaskToken"))
          .anySatisfy(text -> assertThat(text).contains("longer than 5 minutes"));
    }
  }

  @Nested
  class Of_express_executions {
    private Cost taking(Duration duration) {
      TestStateMachine machine = define("\"A\": {TASK, \"End\": true}", WorkflowType.EXPRESS);
      machine.mock("A").returns(1).taking(duration);
      return machine.run("{}").cost();
    }

    /** 64 MB each; the last two reach the second and the third tier of a month's GB-hours. */
    @ParameterizedTest
    @CsvSource({
      "PT1S, 1000000, 2.041875",
      "PT3S, 1000000, 4.125625",
      "PT0.2S, 10000000, 12.08375",
      "PT0.15S, 10000000, 12.08375",
      "PT0.5S, 100000000, 152.09375",
      "PT3S, 100000000, 283.384",
      "PT5M, 10000000, 962.884"
    })
    void cost_by_request_time_and_memory(Duration duration, long runs, String usd) {
      assertThat(taking(duration).usd(runs)).isEqualByComparingTo(usd);
    }

    @Test
    void have_no_transitions_to_pay_but_tell_what_a_standard_one_would_cost() {
      Cost cost = taking(Duration.ZERO);

      assertThat(cost.billedTransitions()).isZero();
      assertThat(cost.asStandard(1)).isEqualTo("0.000025");
    }

    @Test
    void a_retry_costs_its_time() {
      TestStateMachine machine =
          define(
              """
              "A": {TASK, "End": true, "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 60}]}
              """,
              WorkflowType.EXPRESS);
      machine.mock("A").fails("Busy", "").times(1).thenReturns(1);

      assertThat(machine.run("{}").cost().gbSeconds()).isEqualByComparingTo(new BigDecimal("3.75"));
    }
  }

  @Nested
  class Of_map_runs {
    private Cost over(String items, String type) {
      return standard(
              """
              "A": {"Type": "Map", "ItemsPath": "$", "End": true, "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "%s"},
                "StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}}}
              """
                  .formatted(type))
          .run(items)
          .cost();
    }

    @Test
    void standard_children_have_their_own_transitions_and_one_for_their_start() {
      Cost cost = over("[1, 2]", "STANDARD");

      assertThat(cost.transitions().entries()).isEqualTo(Map.of("A", 1, "I", 2));
      assertThat(cost.transitions().childExecutions()).isEqualTo(2);
      assertThat(cost.billedTransitions()).isEqualTo(5);
      assertThat(cost.childrenNotKept()).isZero();
    }

    @Test
    void express_children_are_billed_as_such() {
      Cost cost = over("[1, 2]", "EXPRESS");

      assertThat(cost.expressChildren()).hasSize(2);
      // 3 transitions, 2 requests, 2 times 100 ms of 64 MB
      assertThat(cost.usd()).isEqualByComparingTo("0.000077208375");
    }

    @Test
    void children_that_were_not_kept_are_told() {
      assertThat(over("[1, 2, 3]", "STANDARD").childrenNotKept()).isEqualTo(1);
    }
  }

  @Test
  void prices_have_a_region_and_a_date() {
    Cost cost = standard("\"A\": {\"Type\": \"Pass\", \"End\": true}").run("{}").cost();

    assertThat(cost)
        .hasToString(
            "0.000025 USD for 1 state transition (prices of us-east-1, written down on 2026-11-28)");
  }
}
