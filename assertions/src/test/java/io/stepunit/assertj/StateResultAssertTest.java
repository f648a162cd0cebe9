package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.MockValidation;
import io.stepunit.StateResult;
import io.stepunit.StateTester;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.teststate.InspectionLevel;
import io.stepunit.teststate.StateStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateResultAssertTest {
  private final StateTester charge =
      StepFunctionsEnvironment.create()
          .define(
              "order",
              """
              {"StartAt": "Charge", "States": {
                "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                  "ResultSelector": {"id.$": "$.Payload.id"},
                  "Assign": {"receipt.$": "$.Payload.id"},
                  "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 2}],
                  "Catch": [{"ErrorEquals": ["Busy", "Declined"], "Next": "Refund"}],
                  "Next": "Ship"},
                "Ship": {"Type": "Succeed"},
                "Refund": {"Type": "Succeed"}}}
              """)
          .state("Charge")
          .input("{\"amount\": 12}");

  private final StateResult paid =
      charge.mockResult(Map.of("Payload", Map.of("id", 7))).validation(MockValidation.NONE).test();
  private final StateResult busy = charge.mockError("Busy", "503").retryCount(1).test();
  private final StateResult declined = charge.mockError("Declined", "no funds").test();
  private final StateResult broken = charge.mockError("Broken", "axle").test();

  @Test
  void each_outcome_passes_its_own_assertions() {
    assertThat(paid)
        .isSucceeded()
        .hasNextState("Ship")
        .hasOutput("{\"id\": 7}")
        .hasOutputAt("$.id", 7)
        .hasAssigned("receipt", 7);
    assertThat(busy)
        .isRetriable()
        .hasRetryDelay(Duration.ofSeconds(2))
        .hasError("Busy")
        .hasNoNextState();
    assertThat(declined)
        .wasCaught()
        .wasCaughtBy(0)
        .wasCaughtBy("Refund")
        .hasNextState("Refund")
        .hasCause("no funds");
    assertThat(broken).isFailed().hasCauseContaining("ax").hasStatus(StateStatus.FAILED);
  }

  @Test
  void a_failure_shows_the_outcome_the_input_and_the_state() {
    assertThat(Messages.of(() -> assertThat(busy).as("order %s", 7).isSucceeded()))
        .isEqualTo(
            """
            [order 7]\s
            Expecting state Charge to have status SUCCEEDED
            but it failed with Busy: 503, to be retried by Retry[0] after 2s
            Its input was
              {"amount":12}
            See state Charge (order:2)
            """);
  }

  @Test
  void each_outcome_is_told_in_its_own_words() {
    assertThat(Messages.of(() -> assertThat(paid).hasNextState("Refund")))
        .contains("Expecting state Charge to lead to Refund\nbut it succeeded, next Ship\n");
    assertThat(Messages.of(() -> assertThat(declined).wasCaughtBy(1)))
        .contains("but it failed with Declined: no funds, caught by Catch[0], next Refund\n");
    assertThat(Messages.of(() -> assertThat(broken).wasCaughtBy("Refund")))
        .contains("but it failed with Broken: axle\n");
    assertThat(Messages.of(() -> assertThat(busy).hasRetryDelay(Duration.ofMillis(1500))))
        .contains("Expecting state Charge to be retried after 1.5s\n");
    assertThat(Messages.of(() -> assertThat(paid).hasError("Busy")))
        .contains("Expecting state Charge to fail with the error Busy\n");
    assertThat(Messages.of(() -> assertThat(paid).hasNoNextState()))
        .contains("to lead to no state");
    assertThat(Messages.of(() -> assertThat(broken).hasCause("wheel"))).contains("cause 'wheel'");
    assertThat(Messages.of(() -> assertThat(broken).hasCauseContaining("wheel")))
        .contains("contains 'wheel'");
  }

  @Test
  void an_output_is_compared_as_an_executions_is() {
    assertThat(Messages.of(() -> assertThat(paid).hasOutputAt("$.id", 8)))
        .contains(
            "Expecting the output of state Charge to have at $.id\n  8\nbut there it has\n  7");
    assertThat(Messages.of(() -> assertThat(broken).hasOutput("{}")))
        .contains("but there is none: the state failed with Broken: axle");
  }

  @Test
  void a_variable_that_was_not_assigned_is_told_with_those_that_were() {
    assertThat(Messages.of(() -> assertThat(paid).hasAssigned("id", 7)))
        .contains("Expecting state Charge to assign\n  $id = 7\nbut it assigned\n  $receipt = 7");
  }

  @Test
  void inspection_data_is_compared_and_asked_for() {
    StateResult inspected =
        charge
            .mockResult(Map.of("Payload", Map.of("id", 7)))
            .validation(MockValidation.NONE)
            .inspection(InspectionLevel.DEBUG)
            .test();

    assertThat(inspected).hasInspected("afterResultSelector", Map.of("id", 7));
    assertThat(Messages.of(() -> assertThat(paid).hasInspected("result", "{}")))
        .contains("the test asked for no inspection; add .inspection(InspectionLevel.DEBUG)");
    assertThat(Messages.of(() -> assertThat(inspected).hasInspected("afterArguments", "{}")))
        .contains("Expecting the afterArguments of state Charge to be")
        .contains("the inspection data is {\"input\":");
  }

  @Test
  void failures_are_collected_softly() {
    StepUnitSoftAssertions softly = new StepUnitSoftAssertions();

    softly.assertThat(paid).isFailed().hasNextState("Ship").hasNextState("Refund");

    assertThat(softly.errorsCollected()).hasSize(2);
  }

  @Test
  void they_are_reached_from_any_assertion_by_a_factory() {
    assertThat((Object) paid).asInstanceOf(StepUnitAssertions.STATE_RESULT).isSucceeded();
  }
}
