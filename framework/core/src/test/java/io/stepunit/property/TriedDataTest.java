package io.stepunit.property;

import static io.stepunit.property.Property.after;
import static io.stepunit.property.Property.atMostOnce;
import static io.stepunit.property.Property.endsWithin;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.effect.TaskEffect;
import io.stepunit.property.PropertyOptions.Dimension;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the search for a counterexample lets a machine find: data, and what goes wrong. */
class TriedDataTest {
  private static final String LAMBDA = "arn:aws:lambda:eu-west-1:123456789012:function:";

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  private static PropertyResult found(TestStateMachine machine, Property property) {
    return machine.check(property, PropertyOptions.STANDARD.tryingAtMost(100));
  }

  private static TestStateMachine machine(StepFunctionsEnvironment env, String states) {
    return env.define("machine", "{\"StartAt\": \"First\", \"States\": {" + states + "}}");
  }

  @Test
  void a_callback_may_never_come() {
    TestStateMachine asking =
        machine(
            env,
            """
            "First": {
              "Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
              "Parameters": {
                "FunctionName": "ask",
                "Payload": {"token.$": "$$.Task.Token"}
              },
              "TimeoutSeconds": 86400,
              "Retry": [{"ErrorEquals": ["States.Timeout"]}],
              "End": true
            }
            """);

    PropertyResult result =
        asking.check(atMostOnce("First"), PropertyOptions.STANDARD.without(Dimension.REDRIVE));

    assertThat(result.counterexample().orElseThrow().test()).contains(".losesCallback().first(1);");
  }

  @Test
  void tasks_of_child_executions_fail() {
    TestStateMachine map =
        machine(
            env,
            """
            "First": {
              "Type": "Map",
              "ItemsPath": "$.rows",
              "ToleratedFailurePercentage": 100,
              "ItemProcessor": {
                "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "Store",
                "States": {"Store": {"Type": "Task", "Resource": "%sstore", "End": true}}
              },
              "End": true
            }
            """
                .formatted(LAMBDA));

    PropertyResult result =
        map.check(
            after ->
                assertThat(after.effects("Store").happened())
                    .hasSameSizeAs(after.executions().get(0).input().path("rows")),
            PropertyOptions.STANDARD.tryingAtMost(100));

    assertThat(result.counterexample().orElseThrow().text()).contains("Store × ");
  }

  @Test
  void what_a_task_returns_is_not_what_the_input_has() {
    TestStateMachine lossy =
        machine(
            env,
            """
            "First": {"Type": "Task", "Resource": "%1$slook", "Next": "Charge"},
            "Charge": {
              "Type": "Task",
              "Resource": "%1$scharge",
              "Parameters": {"amount.$": "$.amount"},
              "End": true
            }
            """
                .formatted(LAMBDA));

    PropertyResult result =
        lossy.check(
            after -> {
              for (TaskEffect charge : after.effects("Charge").happened()) {
                assertThat(charge.inputAt("$.amount"))
                    .hasValue(after.executions().get(0).input().path("amount"));
              }
            },
            PropertyOptions.STANDARD.tryingAtMost(100));

    assertThat(result.counterexample()).isPresent();
  }

  @Test
  void what_may_be_missing_may_be_null() {
    TestStateMachine coupon =
        machine(
            env,
            """
            "First": {
              "Type": "Choice",
              "Choices": [{"Variable": "$.coupon", "IsPresent": true, "Next": "Redeem"}],
              "Default": "Charge"
            },
            "Redeem": {
              "Type": "Pass",
              "Parameters": {"parts.$": "States.StringSplit($.coupon, '-')"},
              "Next": "Charge"
            },
            "Charge": {"Type": "Succeed"}
            """);

    assertThat(found(coupon, after("First").eventually("Charge")).counterexample())
        .hasValueSatisfying(
            example -> assertThat(example.input().path("coupon").isNull()).isTrue());
  }

  @Test
  void a_task_may_answer_the_same_for_ever() {
    TestStateMachine polling =
        machine(
            env,
            """
            "First": {"Type": "Task", "Resource": "%slook", "Next": "IsDone"},
            "IsDone": {
              "Type": "Choice",
              "Choices": [{"Variable": "$.status", "StringEquals": "DONE", "Next": "Done"}],
              "Default": "Pause"
            },
            "Pause": {"Type": "Wait", "Seconds": 60, "Next": "First"},
            "Done": {"Type": "Succeed"}
            """
                .formatted(LAMBDA));

    assertThat(found(polling, endsWithin(Duration.ofHours(1))).counterexample()).isPresent();
  }

  @Test
  void a_text_that_is_a_number_has_neighbours() {
    TestStateMachine texts =
        machine(
            env,
            """
            "First": {
              "Type": "Choice",
              "Choices": [{"Variable": "$.total", "StringGreaterThan": "999", "Next": "Large"}],
              "Default": "Small"
            },
            "Large": {"Type": "Succeed"},
            "Small": {"Type": "Succeed"}
            """);

    PropertyResult result =
        texts.check(
            after -> {
              if (after.executions().get(0).input().path("total").asInt() > 999) {
                assertThat(after.executions().get(0).path()).contains("Large");
              }
            },
            PropertyOptions.STANDARD.tryingAtMost(100));

    assertThat(result.counterexample().orElseThrow().input().path("total").asText())
        .isEqualTo("1000");
  }
}
