package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.catchThrowable;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TaskFailure;
import io.stepunit.TestStateMachine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A failed assertion shows what code of the test threw inside of the execution. */
class ThrownExceptionsTest {
  private final TestStateMachine order =
      StepFunctionsEnvironment.create()
          .define(
              "order",
              """
              {"StartAt": "Charge", "States": {
                "Charge": {"Type": "Task", "Next": "Ship", "ResultPath": null,
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Ship"}]},
                "Ship": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ship"}}}
              """);
  private Execution run;

  @BeforeEach
  void two_answers_throw() {
    order
        .mock("Charge")
        .answers(
            call -> {
              throw new TaskFailure("Card.Declined", "expired");
            });
    order
        .mock("Ship")
        .answers(
            call -> {
              throw new TaskFailure("Carrier.Closed", "sunday");
            });
    run = order.run("{}");
  }

  @Test
  void on_an_execution_shows_all_of_it() {
    Throwable failure = catchThrowable(() -> assertThat(run).isSucceeded());

    assertThat(failure.getSuppressed())
        .extracting(Throwable::getMessage)
        .satisfiesExactly(
            charge ->
                assertThat(charge)
                    .startsWith(
                        "StepUnit: thrown in Charge, attempt 1, by mock(\"Charge\") at ThrownExceptionsTest.java:"),
            ship ->
                assertThat(ship)
                    .startsWith(
                        "StepUnit: thrown in Ship, attempt 1, by mock(\"Ship\") at ThrownExceptionsTest.java:"));
    assertThat(failure.getSuppressed()[1].getCause()).isInstanceOf(TaskFailure.class);
  }

  @Test
  void on_a_state_shows_what_was_thrown_there() {
    Throwable failure =
        catchThrowable(() -> assertThat(run).state("Charge", charge -> charge.hasAttempts(2)));

    assertThat(failure.getSuppressed())
        .singleElement()
        .extracting(Throwable::getMessage)
        .asString()
        .startsWith("StepUnit: thrown in Charge, attempt 1");
  }

  @Test
  void of_soft_assertions_is_shown_with_each() {
    StepUnitSoftAssertions softly = new StepUnitSoftAssertions();
    softly.assertThat(run).isSucceeded();

    assertThat(softly.assertionErrorsCollected())
        .singleElement()
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(2));
  }
}
