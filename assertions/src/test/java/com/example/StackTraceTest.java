package com.example;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.assertThatThrownBy;
import static io.stepunit.assertj.StepUnitAssertions.catchThrowable;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.assertj.StepUnitSoftAssertions;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a user sees of a failure, who is not in a package of StepUnit's. */
class StackTraceTest {
  private final TestStateMachine order = StepFunctionsEnvironment.create().load("order.asl.json");

  @Test
  void a_failed_assertion_begins_at_its_line() {
    order.mock("Charge").fails("Gateway.Gone", "410");
    Execution run = order.run();

    assertThat(
            Stream.<ThrowingCallable>of(
                () -> assertThat(run).isSucceeded(),
                () -> assertThat(run).state("Charge", charge -> charge.hasAttempts(2)),
                () -> assertThat(run).hasCalls("Charge", 4),
                () -> assertThat(order.effects("Charge")).happened(4),
                () -> assertThat(order.state("Charge").mockResult("{}").test()).hasOutput("7")))
        .allSatisfy(StackTraceTest::beginsHere);
  }

  @Test
  void a_failed_assertion_keeps_all_where_assertj_is_told_to() {
    order.mock("Charge").fails("Gateway.Gone", "410");
    Execution run = order.run();
    Assertions.setRemoveAssertJRelatedElementsFromStackTrace(false);

    try {
      Throwable failure = catchThrowable(() -> assertThat(run).isSucceeded());

      assertThat(failure.getStackTrace()[0].getClassName()).doesNotStartWith("com.example");
    } finally {
      Assertions.setRemoveAssertJRelatedElementsFromStackTrace(true);
    }
  }

  @Test
  void an_error_of_the_environment_begins_at_the_line_that_ran_the_machine() {
    assertThat(
            Stream.<ThrowingCallable>of(
                () -> order.run(), () -> order.start("{}").runUntil("Charge").runUntil("Validate")))
        .allSatisfy(StackTraceTest::beginsHere);
  }

  @Test
  void soft_failures_tell_their_lines() {
    order.mock("Charge").fails("Gateway.Gone", "410");
    Execution run = order.run();
    StepUnitSoftAssertions softly = new StepUnitSoftAssertions();

    softly.assertThat(run).isSucceeded().hasOutput("{}");

    assertThatThrownBy(softly::assertAll)
        .hasMessageContaining(
            "at StackTraceTest.soft_failures_tell_their_lines(StackTraceTest.java:")
        .hasMessageNotContaining("at AbstractOutcomeAssert");
  }

  private static void beginsHere(ThrowingCallable code) {
    Throwable thrown = catchThrowable(code);

    assertThat(thrown).isInstanceOf(AssertionError.class);
    // AssertJ 3.24 takes StepUnit's frames out itself, and leaves the JDK's that they called.
    assertThat(Stream.of(thrown.getStackTrace()).map(StackTraceElement::getClassName))
        .filteredOn(type -> !type.startsWith("java."))
        .first()
        .isEqualTo(StackTraceTest.class.getName());
  }
}
