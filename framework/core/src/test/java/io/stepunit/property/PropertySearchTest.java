package io.stepunit.property;

import static io.stepunit.property.Property.after;
import static io.stepunit.property.Property.endsWithin;
import static io.stepunit.property.Property.never;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.property.PropertyOptions.Dimension;
import io.stepunit.property.PropertyResult.Counterexample;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The search for a case in which a property does not hold. */
class PropertySearchTest {
  /** Nobody refunds. */
  private static final String LOST =
      """
      {
        "StartAt": "Charge",
        "States": {
          "Charge": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
            "Parameters": {"order.$": "$.order", "amount.$": "$.amount"},
            "ResultPath": "$.charge",
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Refund"}],
            "Next": "Ship"
          },
          "Ship": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ship",
            "End": true
          },
          "Refund": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:refund",
            "Retry": [{"ErrorEquals": ["States.ALL"]}],
            "End": true
          }
        }
      }
      """;

  private static final String SAGA =
      LOST.replace(
          "function:ship\",",
          "function:ship\", \"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"Next\": \"Refund\"}],");

  private static final Property NO_MONEY_IS_LOST = after("Charge").eventually("Ship", "Refund");

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private static Counterexample counterexample(PropertyResult result) {
    return result.counterexample().orElseThrow();
  }

  @Test
  void finds_a_compensation_that_is_missing() {
    TestStateMachine order = env.define("order", LOST);

    PropertyResult result = order.check(NO_MONEY_IS_LOST);

    assertThat(result.holds()).isFalse();
    assertThat(counterexample(result).violation())
        .startsWith(
            "after(\"Charge\").eventually(\"Ship\", \"Refund\") does not hold: Charge happened")
        .endsWith("but neither Ship nor Refund happened after it.");
    assertThat(counterexample(result).text())
        .contains("  fault: Ship ×", "fault: ", "by the search for a counterexample", "FAILED");
    assertThat(counterexample(result).input().toString())
        .isEqualTo("{\"amount\":\"\",\"order\":\"\"}");
  }

  @Test
  void writes_a_test_to_paste() {
    TestStateMachine order = env.define("order", LOST);

    PropertyResult result = order.check(NO_MONEY_IS_LOST);

    assertThat(counterexample(result).test())
        .startsWith(
            """
            @Test
            void counterexample(TestStateMachine order) {
              order.mock("Charge").returns(Map.of());
              order.faults().on("Ship").\
            """)
        .endsWith(
            """

              order.run(Map.of("amount", "", "order", ""));

              assertThat(order).holds(after("Charge").eventually("Ship", "Refund"));
            }
            """);
  }

  @Test
  void finds_the_same_case_by_the_same_seed() {
    PropertyOptions options = PropertyOptions.STANDARD.seed(7);

    PropertyResult first = env.define("order", LOST).check(NO_MONEY_IS_LOST, options);
    PropertyResult second =
        StepFunctionsEnvironment.create().define("order", LOST).check(NO_MONEY_IS_LOST, options);

    assertThat(second).hasToString(first.toString());
  }

  @Test
  void finds_nothing_in_a_machine_that_compensates() {
    TestStateMachine order = env.define("order", SAGA);

    PropertyResult result =
        order.check(NO_MONEY_IS_LOST, PropertyOptions.STANDARD.tryingAtMost(250));

    assertThat(result).hasToString("It holds in all 250 cases.");
    assertThat(result.holds()).isTrue();
  }

  @Test
  void leaves_nothing_in_the_environment_of_the_test() {
    TestStateMachine order = env.define("order", LOST);

    order.check(NO_MONEY_IS_LOST);

    assertThat(env.executions()).isEmpty();
    assertThat(env.effects().list()).isEmpty();
    assertThat(env.faults()).isEmpty();
  }

  @Test
  void asks_the_mocks_of_the_test_from_their_beginning_in_each_case() {
    TestStateMachine order = env.define("order", SAGA);
    order.mock("Charge").fails("Card.Declined").times(1).then().returns(Map.of());

    PropertyResult result =
        order.check(never("Ship").without("Charge"), PropertyOptions.STANDARD.tryingAtMost(60));

    assertThat(result.unreached())
        .containsEntry("never(\"Ship\").without(\"Charge\")", "Ship never happened");
    assertThat(result.toString())
        .startsWith("none of 60 cases says anything of it:")
        .contains("Ship never happened");
    assertThat(order.mocks().declarations().get(0).used()).isTrue();
  }

  @Test
  void injects_the_faults_of_the_test_in_each_case() {
    TestStateMachine order = env.define("order", LOST);
    order.faults().on("Ship").fails("Ship.Down");

    PropertyResult result =
        order.check(
            NO_MONEY_IS_LOST,
            PropertyOptions.STANDARD.without(Dimension.FAULTS, Dimension.REDRIVE));

    assertThat(counterexample(result).text()).doesNotContain("fault: Ship ×").contains("Ship.Down");
  }

  @Test
  void lets_no_fault_befall_some_Tasks() {
    TestStateMachine order = env.define("order", LOST);

    PropertyResult result =
        order.check(
            NO_MONEY_IS_LOST, PropertyOptions.STANDARD.neverFailing("Ship").tryingAtMost(200));

    assertThat(result.holds()).isTrue();
    assertThatThrownBy(
            () -> order.check(NO_MONEY_IS_LOST, PropertyOptions.STANDARD.neverFailing("Shp")))
        .hasMessageContaining("Did you mean 'Ship'?");
  }

  @Test
  void tries_inputs_of_the_test() {
    TestStateMachine order =
        env.define(
            "vip",
            """
            {
              "StartAt": "Which",
              "States": {
                "Which": {
                  "Type": "Choice",
                  "Choices": [{"Variable": "$.customer", "StringMatches": "vip-*7", "Next": "Loop"}],
                  "Default": "Done"
                },
                "Loop": {"Type": "Wait", "Seconds": 1, "Next": "Which"},
                "Done": {"Type": "Succeed"}
              }
            }
            """);

    PropertyResult result =
        order.check(
            endsWithin(100), PropertyOptions.STANDARD.onlyWith(Map.of("customer", "vip-77")));

    assertThat(counterexample(result).violation())
        .contains("the execution has")
        .contains("events, the last in");
  }

  @Test
  void stops_when_its_time_is_over() {
    TestStateMachine order = env.define("order", SAGA);

    PropertyResult result =
        order.check(NO_MONEY_IS_LOST, PropertyOptions.STANDARD.stoppingWhen(() -> true));

    assertThat(result.cases()).isOne();
  }

  @Test
  void takes_assertions_of_any_kind() {
    TestStateMachine order = env.define("order", SAGA);

    PropertyResult result =
        order.check(
            machine -> assertThat(machine.effects("Refund").happened()).isEmpty(),
            PropertyOptions.STANDARD.assertedBy("nothingIsRefunded(order);"));

    assertThat(counterexample(result).violation()).contains("Expecting empty but was");
    assertThat(counterexample(result).test()).endsWith("\n  nothingIsRefunded(order);\n}\n");
  }

  @Test
  void is_shared_by_several_jobs() {
    TestStateMachine order = env.define("order", LOST);

    long finding = 0;
    for (int part = 1; part <= 8; part++) {
      PropertyOptions options =
          PropertyOptions.STANDARD.part(part, 8).tryingAtMost(60).without(Dimension.REDRIVE);
      finding += order.check(NO_MONEY_IS_LOST, options).counterexample().stream().count();
    }

    assertThat(finding).isBetween(1L, 8L);
  }

  @Test
  void refuses_options_that_say_nothing() {
    PropertyOptions options = PropertyOptions.STANDARD;

    assertThatThrownBy(() -> options.tryingAtMost(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> options.onlyWith()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> options.part(9, 8)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> endsWithin(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
