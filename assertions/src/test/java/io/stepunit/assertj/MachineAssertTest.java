package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.Recording;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MachineAssertTest {
  private static final String IN_JSON_PATH =
      """
      {
        "StartAt": "Charge",
        "States": {
          "Charge": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": {"FunctionName": "charge", "Payload": {"amount.$": "$.amount"}},
            "ResultSelector": {"id.$": "$.Payload.id"},
            "ResultPath": "$.charge",
            "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2, "MaxAttempts": 2}],
            "Catch": [{"ErrorEquals": ["Declined"], "ResultPath": "$.error", "Next": "Refused"}],
            "Next": "IsLarge"
          },
          "IsLarge": {
            "Type": "Choice",
            "Choices": [{"Variable": "$.amount", "NumericGreaterThan": 100, "Next": "Notify"}],
            "Default": "Done"
          },
          "Notify": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sns:publish",
            "Parameters": {"TopicArn": "arn:aws:sns:us-east-1:123456789012:large", "Message.$": "$.charge.id"},
            "ResultPath": null,
            "Next": "Done"
          },
          "Done": {"Type": "Pass", "Parameters": {"charged.$": "$.charge.id"}, "End": true},
          "Refused": {"Type": "Fail", "Error": "Refused", "Cause": "The card was declined."}
        }
      }
      """;

  private static final String IN_JSONATA =
      """
      {
        "QueryLanguage": "JSONata",
        "StartAt": "ChargeCard",
        "States": {
          "ChargeCard": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Arguments": {"FunctionName": "charge", "Payload": {"amount": "{% $states.input.amount %}"}},
            "Assign": {"id": "{% $states.result.Payload.id %}"},
            "Output": "{% $states.input %}",
            "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 2, "MaxAttempts": 2}],
            "Catch": [{"ErrorEquals": ["Declined"], "Next": "Refused"}],
            "Next": "IsLarge"
          },
          "IsLarge": {
            "Type": "Choice",
            "Choices": [{"Condition": "{% $states.input.amount > 100 %}", "Next": "Notify"}],
            "Default": "Done"
          },
          "Notify": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sns:publish",
            "Arguments": {"TopicArn": "arn:aws:sns:us-east-1:123456789012:large", "Message": "{% $id %}"},
            "Next": "Done"
          },
          "Done": {"Type": "Pass", "Output": {"charged": "{% $id %}"}, "End": true},
          "Refused": {"Type": "Fail", "Error": "Refused", "Cause": "The card was declined."}
        }
      }
      """;

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine original = env.define("original", IN_JSON_PATH);

  @Test
  void a_machine_behaves_like_itself() {
    assertThat(env.define("same", IN_JSON_PATH)).comparingStateNames().behavesLike(original);
  }

  @Test
  void a_definition_moved_to_JSONata_behaves_like_the_one_in_JSONPath() {
    assertThat(env.define("moved", IN_JSONATA)).behavesLike(original);
  }

  @Test
  void a_shifted_comparison_is_shown_by_the_smallest_input() {
    TestStateMachine moved = changed("amount > 100", "amount >= 100");

    assertThatThrownBy(() -> assertThat(moved).behavesLike(original))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expecting 'changed' to behave like 'original'")
        .hasMessageContaining("input: {\"amount\":100}")
        .hasMessageContaining("effect 2")
        .hasMessageContaining("original: no further effect")
        .hasMessageContaining("original (original)")
        .hasMessageNotContaining("fault:");
  }

  @Test
  void the_failure_that_the_page_shows_is_real() throws IOException {
    TestStateMachine moved = changed("amount > 100", "amount >= 100");

    String message = Messages.of(() -> assertThat(moved).behavesLike(original));

    assertThat(Files.readString(Path.of("../docs/guide/equivalence.md")))
        .contains("```text" + message.stripTrailing() + "\n```");
  }

  @Test
  void a_lost_Catcher_is_shown_by_the_one_fault_that_it_takes() {
    TestStateMachine moved = changed("\"Declined\"", "\"Rejected\"");

    assertThatThrownBy(() -> assertThat(moved).behavesLike(original))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("fault: Charge fails with")
        .hasMessageContaining("original: FAILED with Refused: The card was declined.");
  }

  @Test
  void another_request_is_a_difference() {
    TestStateMachine moved = changed("{\"amount\": \"{%", "{\"total\": \"{%");

    assertThatThrownBy(() -> assertThat(moved).behavesLike(original))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("effect 1 (Charge) sends at /Payload/amount");
  }

  @Test
  void another_delay_is_a_difference_unless_times_are_ignored() {
    TestStateMachine moved = changed("\"IntervalSeconds\": 2", "\"IntervalSeconds\": 3");

    assertThatThrownBy(() -> assertThat(moved).behavesLike(original))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("time of effect 2 (Charge)")
        .hasMessageContaining("original: 2.0 s after the start")
        .hasMessageContaining("now:      3.0 s after the start");
    assertThat(moved).ignoringTimes().behavesLike(original);
  }

  @Test
  void an_attempt_fewer_is_a_difference_only_with_faults() {
    TestStateMachine moved = changed("\"MaxAttempts\": 2", "\"MaxAttempts\": 1");

    assertThatThrownBy(() -> assertThat(moved).behavesLike(original))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("fault: Charge fails with Busy, each time");
    assertThat(moved).withoutFaults().behavesLike(original);
  }

  @Test
  void names_of_states_count_where_asked_for_and_may_be_renamed() {
    TestStateMachine moved = env.define("moved", IN_JSONATA);

    assertThatThrownBy(() -> assertThat(moved).comparingStateNames().behavesLike(original))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("visited states");
    assertThat(moved).renaming("Charge", "ChargeCard").comparingStateNames().behavesLike(original);
  }

  @Test
  void data_is_compared_at_named_states() {
    TestStateMachine moved = env.define("moved", IN_JSONATA);

    assertThatThrownBy(
            () ->
                assertThat(moved)
                    .renaming("Charge", "ChargeCard")
                    .comparingDataAt("Charge")
                    .behavesLike(original))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("output of Charge at /charge");
    assertThat(moved).comparingDataAt("Done").behavesLike(original);
  }

  @Test
  void mocks_of_the_original_answer_both() {
    original.mock("Charge").returnsPayload(Map.of("id", "C-1"));
    TestStateMachine moved =
        changed("\"charged\": \"{% $id %}\"", "\"charged\": \"{% $id & '!' %}\"");

    assertThatThrownBy(() -> assertThat(moved).behavesLike(original))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("C-1");
  }

  @Test
  void inputs_of_the_test_are_tried_first() {
    TestStateMachine moved =
        changed(
            "\"charged\": \"{% $id %}\"",
            "\"charged\": \"{% $states.input.amount = 7319 ? 'x' : $id %}\"");

    assertThatThrownBy(
            () -> assertThat(moved).alsoWith(Map.of("amount", 7319)).behavesLike(original))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("input: {\"amount\":7319}");
  }

  @Test
  void recorded_executions_are_tried_with_the_results_of_their_Tasks() {
    TestStateMachine onAws = StepFunctionsEnvironment.create().define("recorded", IN_JSON_PATH);
    onAws.mock("Charge").returnsPayload(Map.of("id", "C-7319"));
    Recording recording =
        Recording.ofHistory("small", onAws.run(Map.of("amount", 5)).historyJson());
    TestStateMachine moved =
        changed(
            "\"charged\": \"{% $id %}\"",
            "\"charged\": \"{% $substringAfter($id, 'C-') = '7319' ? 'x' : $id %}\"");

    assertThat(moved).behavesLike(original);
    assertThatThrownBy(
            () -> assertThat(moved).alsoReplaying(List.of(recording)).behavesLike(original))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("C-7319");
  }

  @Test
  void a_state_that_is_not_there_is_named() {
    TestStateMachine moved = env.define("moved", IN_JSONATA);

    assertThatThrownBy(() -> assertThat(moved).comparingDataAt("Chrge").behavesLike(original))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no state 'Chrge'. Did you mean 'Charge'?");
  }

  @Test
  void machines_that_never_succeed_are_not_compared_in_silence() {
    String failing =
        "{\"StartAt\": \"No\", \"States\": {\"No\": {\"Type\": \"Fail\", \"Error\": \"No\"}}}";
    TestStateMachine always = env.define("always", failing);

    assertThatThrownBy(() -> assertThat(env.define("also", failing)).behavesLike(always))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("to succeed in at least one of");
  }

  @Test
  void independent_effects_may_come_in_any_order_where_told() {
    TestStateMachine first = env.define("first", twoTasks("A", "B"));
    TestStateMachine second = env.define("second", twoTasks("B", "A"));

    assertThatThrownBy(() -> assertThat(second).withoutFaults().behavesLike(first))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("effect 1");
    assertThat(second).withoutFaults().ignoringOrderOf("A", "B").behavesLike(first);
  }

  private static String twoTasks(String one, String other) {
    String task =
        "\"%s\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:%s\","
            + " \"ResultPath\": null, %s}";
    return "{\"StartAt\": \"%s\", \"States\": {%s, %s}}"
        .formatted(
            one,
            task.formatted(one, one, "\"Next\": \"" + other + "\""),
            task.formatted(other, other, "\"End\": true"));
  }

  private TestStateMachine changed(String before, String after) {
    assertThat(IN_JSONATA).contains(before);
    return env.define("changed", IN_JSONATA.replace(before, after));
  }
}
