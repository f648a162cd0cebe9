package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.effect.TaskEffect;
import io.stepunit.history.ChildRetention;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EffectsAssertTest {
  private static final String ORDER =
      """
      {"StartAt": "Charge", "States": {
        "Charge": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
          "ResultPath": null, "Next": "Ship",
          "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 2}]},
        "Ship": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ship",
          "End": true, "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": null, "Next": "Refund"}]},
        "Refund": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:refund",
          "End": true}}}
      """;

  private static final String ROWS =
      """
      {"StartAt": "Rows", "States": {
        "Rows": {"Type": "Map", "Label": "Rows", "ResultPath": null, "Next": "Report",
          "ItemProcessor": {
            "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "Work", "States": {
              "Work": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work",
                "End": true}}}},
        "Report": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:report",
          "End": true}}}
      """;

  private TestStateMachine order;

  @BeforeEach
  void machine() {
    order = StepFunctionsEnvironment.builder().lenient().build().define("order", ORDER);
    order.mock("Charge").returns("{}");
    order.mock("Ship").returns("{}");
    order.mock("Refund").returns("{}");
  }

  @Test
  void an_attempt_that_failed_is_no_effect() {
    order.mock("Charge").fails("Busy").times(2).thenReturns("{}");

    order.run(Map.of("id", 7));

    assertThat(order.effects("Charge")).happened(1).happenedOncePer("$.id");
    assertThat(order.effects("Charge").list())
        .extracting(TaskEffect::outcome)
        .containsExactly(
            TaskEffect.Outcome.FAILED, TaskEffect.Outcome.FAILED, TaskEffect.Outcome.HAPPENED);
    assertThat(order.effects("Refund")).neverHappened();
  }

  @Test
  void what_forgotten_children_did_is_not_taken_for_nothing() {
    StepFunctionsEnvironment env =
        StepFunctionsEnvironment.builder().keepingChildren(ChildRetention.none()).build();
    TestStateMachine rows = env.define("rows", ROWS);
    rows.mock("Work").returns("{}");
    rows.mock("Report").returns("{}");

    rows.run(IntStream.range(0, 10_001).boxed().toList());

    assertThat(rows.effects("Report")).happened(1);
    assertThatThrownBy(() -> assertThat(rows.effects("Work")).happenedOncePer("$"))
        .hasMessageContainingAll(
            "Expecting all calls of Work to be known", "1 of 10001", "ChildRetention.all()");
    assertThat(rows.effects("Work").list()).hasSize(10_000);
  }

  @Test
  void one_that_happened_twice_for_one_order_is_told_with_its_calls() {
    order.run(Map.of("id", 7));
    order.run(Map.of("id", 8));
    order.run(Map.of("id", 7));

    assertThatThrownBy(() -> assertThat(order.effects("Charge")).happenedOncePer("$.id"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "Expecting Charge to happen once per $.id",
            "but for\n  7\nit happened\n  2 times",
            "Its calls, over all executions:",
            "Charge, attempt 1, happened: {\"id\":7} in execution")
        .message()
        .doesNotContain("{\"id\":8}");
    assertThatThrownBy(() -> assertThat(order.effects("Charge")).happenedAtMostOncePer("$.id"))
        .hasMessageContaining("at most once per $.id");
  }

  @Test
  void what_was_tried_and_never_happened_is_not_once_but_at_most_once() {
    order.mock("Charge").fails("Card.Declined");

    order.run(Map.of("id", 7));

    assertThat(order.effects("Charge")).happenedAtMostOncePer("$.id");
    assertThatThrownBy(() -> assertThat(order.effects("Charge")).happenedOncePer("$.id"))
        .hasMessageContaining("it happened\n  0 times");
  }

  @Test
  void what_was_never_called_is_not_once_but_at_most_once() {
    assertThat(order.effects("Charge")).happenedAtMostOncePer("$.id");
    assertThatThrownBy(() -> assertThat(order.effects("Charge")).happenedOncePer("$.id"))
        .hasMessageContaining("use happenedAtMostOncePer(\"$.id\")");
  }

  @Test
  void inputs_without_the_value_are_refused() {
    order.run(Map.of("id", 7));

    assertThatThrownBy(() -> assertThat(order.effects("Charge")).happenedOncePer("$.orderId"))
        .hasMessageContaining("something at\n  $.orderId\nbut there is nothing in\n  Charge");
  }

  @Test
  void a_compensation_is_a_later_effect_of_the_same_execution() {
    order.mock("Ship").fails("Lost");
    order.run(Map.of("id", 7));

    assertThat(order.effects("Charge")).isCompensatedBy("Refund").isCompensatedBy("Refund", "$.id");
    assertThatThrownBy(() -> assertThat(order.effects("Refund")).isCompensatedBy("Charge"))
        .hasMessageContaining("Expecting whatever Refund did to be compensated by\n  Charge")
        .hasMessageContaining("but nothing undid\n  Refund, attempt 1, happened");
  }

  @Test
  void one_compensation_undoes_one_effect() {
    order.run(Map.of("id", 7));
    order.mock("Ship").fails("Lost");
    order.run(Map.of("id", 7));

    assertThatThrownBy(() -> assertThat(order.effects("Charge")).isCompensatedBy("Refund", "$.id"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void a_wrong_state_name_is_refused_with_the_right_ones() {
    assertThatThrownBy(() -> order.effects("Chrage"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Did you mean 'Charge'?");
  }

  @Test
  void soft_assertions_collect_them() {
    StepUnitSoftAssertions softly = new StepUnitSoftAssertions();
    softly.assertThat(order.effects("Charge")).happened(1);
    softly.assertThat(order.effects("Ship")).happened(2);

    assertThat(softly.assertionErrorsCollected()).hasSize(2);
  }

  @Test
  void the_environment_has_those_of_all_machines_in_order() {
    order.run(Map.of("id", 7));

    List<String> states =
        order.environment().effects().list().stream().map(TaskEffect::state).toList();

    assertThat(states).containsExactly("Charge", "Ship");
  }

  @Test
  void a_redriven_execution_adds_to_what_it_did_before() {
    order.mock("Ship").returns("{}");
    order.mock("Charge").fails("Card.Declined");
    Execution failed = order.run(Map.of("id", 7));
    assertThat(order.effects("Charge")).neverHappened();

    order.mock("Charge").returns("{}");
    order.redrive(failed).finish();

    assertThat(order.effects("Charge")).happenedOncePer("$.id");
    assertThat(order.effects("Charge").list()).hasSize(2);
  }
}
