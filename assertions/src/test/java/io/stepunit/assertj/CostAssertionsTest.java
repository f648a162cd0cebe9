package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.assertThatIllegalArgumentException;

import io.stepunit.Execution;
import io.stepunit.ServiceLimit;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.asl.WorkflowType;
import io.stepunit.history.ChildRetention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostAssertionsTest {

  @Test
  void transitions_and_price_have_a_limit() {
    assertThat(Runs.retried())
        .hasBilledTransitionsAtMost(5)
        .hasBilledTransitionsAtMost(14)
        .costsAtMost("0.000125")
        .costsAtMost("1");
  }

  @Test
  void more_transitions_are_told_by_state() {
    Execution run = Runs.retried();

    assertThat(Messages.of(() -> assertThat(run).hasBilledTransitionsAtMost(4)))
        .startsWith(
            """

            Expecting execution run-1 to have at most 4 billed state transitions
            but it has 5
              3 of Charge, 2 of them retries
              1 of Ship
              1 of Validate

            Timeline of execution run-1, seed 42:
            """);
  }

  @Test
  void a_higher_price_is_told_with_the_date_of_the_prices_and_the_other_type() {
    Execution run = Runs.retried();

    assertThat(Messages.of(() -> assertThat(run).costsAtMost("0.0001")))
        .startsWith(
            """

            Expecting execution run-1 to cost at most 0.0001 USD
            but it costs 0.000125 USD for 5 state transitions (prices of us-east-1, written down on 2026-11-28)
              3 of Charge, 2 of them retries
              1 of Ship
              1 of Validate
            As an Express execution it would cost 0.000012460625 USD for a request and 0.6875 GB-s
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cheap", "-1", "1 USD"})
  void an_amount_is_a_decimal_number(String amount) {
    Execution run = Runs.paid();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(run).costsAtMost(amount))
        .withMessageContaining("such as \"0.001\", but is \"" + amount + "\"");
  }

  @Test
  void express_executions_are_not_billed_by_transitions() {
    Execution run =
        StepFunctionsEnvironment.create()
            .load("lines.asl.json", WorkflowType.EXPRESS)
            .run("[{\"count\": 1}]");

    assertThat(run).costsAtMost("0.0000012").staysWithinQuotas();
    assertThat(Messages.of(() -> assertThat(run).hasBilledTransitionsAtMost(14)))
        .contains("but AWS bills Express executions by time and memory; assert costsAtMost");
  }

  @Test
  void a_cost_of_which_children_are_missing_is_no_cost() {
    Execution run =
        StepFunctionsEnvironment.builder()
            .keepingChildren(ChildRetention.none())
            .build()
            .define(
                "machine",
                """
                {"StartAt": "M", "States": {"M": {"Type": "Map", "ItemsPath": "$", "End": true,
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                    "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}}
                """)
            .run("[1, 2]");

    assertThat(Messages.of(() -> assertThat(run).costsAtMost("1")))
        .contains("but the environment did not keep 2 of its child executions")
        .contains("ChildRetention.all()");
    assertThat(Messages.of(() -> assertThat(run).hasBilledTransitionsAtMost(100)))
        .contains("did not keep 2");
  }

  @Test
  void quotas_hold_with_headroom() {
    assertThat(Runs.retried()).staysWithinQuotas().staysWithinQuotas(0.9);
  }

  @Test
  void too_little_headroom_is_told_with_all_quotas() {
    Execution run = Runs.manyLines(41);

    assertThat(Messages.of(() -> assertThat(run).staysWithinQuotas(0.99)))
        .startsWith(
            """

            Expecting execution run-1 to leave 99 % of each of AWS's quotas free
            but it uses
              events of the history: 334 of 25,000 (1.3 %)
            and of the others
              largest payload: 493 of 262,144 bytes (0.2 %), input
            """);
  }

  @Test
  void what_was_refused_or_would_be_on_aws_is_told() {
    Execution run =
        StepFunctionsEnvironment.builder()
            .withoutLimits(ServiceLimit.PAYLOAD_BYTES)
            .build()
            .define(
                "machine",
                """
                {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}
                """)
            .run("\"" + "x".repeat(262_143) + "\"");

    assertThat(Messages.of(() -> assertThat(run).staysWithinQuotas()))
        .contains("to stay within AWS's quotas\nbut it exceeds\n")
        .contains("largest payload: 262,145 of 262,144 bytes (100.0 %), input");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 25, Double.NaN})
  void a_headroom_is_a_part(double headroom) {
    Execution run = Runs.paid();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(run).staysWithinQuotas(headroom))
        .withMessageContaining("such as 0.25");
  }
}
