package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.history.Call;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CallAssertionsTest {
  private static final String PICK_AND_PAY =
      """
      {
        "StartAt": "Lines",
        "States": {
          "Lines": {
            "Type": "Map",
            "ItemsPath": "$.lines",
            "ItemSelector": {"sku.$": "$$.Map.Item.Value", "trace.$": "$$.Execution.Name"},
            "ItemProcessor": {
              "StartAt": "Pick",
              "States": {
                "Pick": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:pick", "End": true}
              }
            },
            "ResultPath": "$.picked",
            "Next": "Pay"
          },
          "Pay": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:pay",
            "Parameters": {"account": "a", "amount.$": "$.amount", "trace.$": "$$.Execution.Name"},
            "Retry": [{"ErrorEquals": ["Bank.Busy"], "MaxAttempts": 2}],
            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Alert"}],
            "End": true
          },
          "Alert": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true}
        }
      }
      """;

  /** Picks two lines, and pays at the second attempt. */
  private final Execution run = run("Bank.Busy");

  private static Execution run(String firstError) {
    TestStateMachine machine = StepFunctionsEnvironment.create().define("pay", PICK_AND_PAY);
    machine.mock("Pick").answers(call -> Map.of("picked", call.inputAt("$.sku")));
    machine.mock("Pay").fails(firstError, "card 4111").thenReturns("{\"receipt\": \"r-1\"}");
    machine.mock("Alert").returns(1).lenient();
    return machine.start("{\"lines\": [\"a\", \"b\"], \"amount\": 12}", "run-1").finish();
  }

  @Test
  void calls_are_values_with_input_result_and_error() {
    assertThat(run.calls())
        .extracting(Call::path)
        .containsExactly("Lines[0]/Pick", "Lines[1]/Pick", "Pay", "Pay");
    assertThat(run.calls("Pay")).extracting(Call::attempt).containsExactly(1, 2);
    assertThat(run.calls("Lines[1]/Pick").get(0).resultAt("$.picked"))
        .hasToString("Optional[\"b\"]");
    assertThat(run.calls("Pay").get(0).error()).contains("Bank.Busy");
    assertThat(run.calls("Pay").get(0).result()).isEmpty();
    assertThat(run.calls("Pay").get(1).inputAt("$.amount")).hasToString("Optional[12]");
    assertThat(run.calls("Pay").get(1).error()).isEmpty();
  }

  @Test
  void an_attempt_whose_parameters_fail_calls_nothing() {
    TestStateMachine machine = StepFunctionsEnvironment.create().define("pay", PICK_AND_PAY);
    machine.mock("Alert").returns(1);

    Execution without = machine.run("{\"lines\": []}");

    assertThat(without.calls("Pay")).isEmpty();
    assertThat(without.visits("Pay").get(0).attempts()).hasSize(1);
  }

  @Nested
  class Times {
    @Test
    void count_retries_and_iterations() {
      assertThat(run)
          .hasCalls("Pay", 2)
          .hasCalls("Pick", 2)
          .hasCalls("Lines[0]/Pick", 1)
          .hasCalls("Alert", 0);
    }

    @Test
    void times_that_are_others_are_told_with_the_inputs() {
      assertThat(Messages.of(() -> assertThat(run).hasCalls("Pick", 3)))
          .startsWith(
              """

              Expecting execution run-1 to call the resource of Pick
                3 times
              but it did
                2 times, with the inputs
                1. {"trace":"run-1","sku":"a"}
                2. {"trace":"run-1","sku":"b"}
              See state Pick (pay:\
              """);
      assertThat(Messages.of(() -> assertThat(run).hasCalls("Alert", 1)))
          .contains("  1 time\nbut it did\n  0 times\nSee state Alert (pay:");
      assertThat(Messages.of(() -> assertThat(run).hasCalls("Pck", 1)))
          .contains("Did you mean 'Pick'?");
    }
  }

  @Nested
  class Inputs {
    @Test
    void inputs_are_compared_in_order() {
      assertThat(run)
          .hasCallInputs(
              "Pick",
              "{\"trace\": \"run-1\", \"sku\": \"a\"}",
              Map.of("sku", "b", "trace", "run-1"))
          .hasCallInputsAt("Pick", "$.sku", "a", "b")
          .hasCallInputsAt("Pay", "$.amount", 12, 12.0)
          .hasCallInputsAt("Alert", "$.x");
    }

    @Test
    void inputs_that_differ_are_told_by_the_first_difference() {
      assertThat(
              Messages.of(
                  () ->
                      assertThat(run)
                          .hasCallInputs(
                              "Pick",
                              "{\"sku\": \"a\", \"trace\": \"run-1\"}",
                              "{\"sku\": \"c\", \"trace\": \"run-1\"}")))
          .startsWith(
              """

              Expecting the inputs of the calls of Pick in execution run-1 to be
                1. {"sku":"a","trace":"run-1"}
                2. {"sku":"c","trace":"run-1"}
              but they are
                1. {"trace":"run-1","sku":"a"}
                2. {"trace":"run-1","sku":"b"}
              In call 2: First difference at /sku
                expected: "c"
                found:    "b"
              See state Pick (pay:\
              """);
    }

    @Test
    void inputs_at_a_path_that_differ_are_told() {
      assertThat(Messages.of(() -> assertThat(run).hasCallInputsAt("Pay", "$.amuont", 12)))
          .startsWith(
              """

              Expecting the inputs of the calls of Pay in execution run-1, at $.amuont, to be
                1. 12
              but they are
                1. nothing
                2. nothing
              See state Pay (pay:\
              """);
      assertThat(Messages.of(() -> assertThat(run).hasCallInputsAt("Alert", "$.x", 1)))
          .contains("but they are\n  none: there is no call\n");
    }

    @Test
    void inputs_of_all_tasks_have_the_trace() {
      assertThat(run).everyCallHasInputAt("$.trace", run.name());
      assertThat(Messages.of(() -> assertThat(run).everyCallHasInputAt("$.sku", "a")))
          .startsWith(
              """

              Expecting every call of execution run-1 to have in its input at $.sku
                "a"
              but attempt 1 of Lines[1]/Pick has there
                "b"
              Its input is
                {"trace":"run-1","sku":"b"}
              See state Pick (pay:\
              """);
      assertThat(Messages.of(() -> assertThat(run).everyCallHasInputAt("$.x", 1)))
          .contains("but attempt 1 of Lines[0]/Pick has there\n  nothing\n");
    }

    @Test
    void inputs_of_no_task_at_all_hold_nothing() {
      Execution none = Runs.lines();

      assertThat(Messages.of(() -> assertThat(none).everyCallHasInputAt("$.a", 1)))
          .contains("but no Task called its resource");
    }
  }

  @Nested
  class Order {
    @Test
    void order_is_that_of_the_calls() {
      assertThat(run)
          .hasCallsInOrder("Pick", "Pay")
          .hasCallsInOrder("Lines[0]/Pick", "Lines[1]/Pick", "Pay", "Pay");
    }

    @Test
    void order_that_is_another_is_told() {
      assertThat(Messages.of(() -> assertThat(run).hasCallsInOrder("Pay", "Pick")))
          .startsWith(
              """

              Expecting execution run-1 to call in this order, others in between allowed
                Pay, Pick
              but after Pay it made no call of Pick. It called
                Pick, Pick, Pay, Pay
              """);
      assertThat(Messages.of(() -> assertThat(run("Bank.Gone")).hasCallsInOrder("Pay", "Pay")))
          .contains("but after Pay it made no call of Pay. It called\n  Pick, Pick, Pay, Alert");
    }
  }

  @Nested
  class Secrets {
    @Test
    void secrets_are_nowhere() {
      assertThat(run).noCallContains("4242").noCallContains(Pattern.compile("\\d{16}"));
    }

    @Test
    void secrets_are_found_in_causes_inputs_results_and_names() {
      assertThat(Messages.of(() -> assertThat(run).noCallContains("4111")))
          .startsWith(
              """

              Expecting no call of execution run-1 to contain
                4111
              but the cause of attempt 1 of Pay has
                card 4111
              See state Pay (pay:\
              """);
      assertThat(Messages.of(() -> assertThat(run).noCallContains("r-1")))
          .contains("but the result of attempt 2 of Pay has at /receipt\n  r-1\n");
      assertThat(Messages.of(() -> assertThat(run).noCallContains("12")))
          .contains("but the input of attempt 1 of Pay has at /amount\n  12\n");
      assertThat(Messages.of(() -> assertThat(run).noCallContains(Pattern.compile("(?i)ACCOUNT"))))
          .contains("contain\n  what matches (?i)ACCOUNT\n")
          .contains("but the input of attempt 1 of Pay has at /account\n  account\n");
    }

    @Test
    void secrets_are_not_empty() {
      assertThatThrownBy(() -> assertThat(run).noCallContains(""))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Every call contains the empty text");
    }
  }

  @Test
  void calls_are_asserted_softly() {
    StepUnitSoftAssertions softly = new StepUnitSoftAssertions();
    softly.assertThat(run).hasCalls("Pay", 9).noCallContains("4111").hasCalls("Pay", 2);

    assertThat(softly.assertionErrorsCollected()).hasSize(2);
  }
}
