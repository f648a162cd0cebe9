package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.history.StateVisit;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class SoftAssertionsTest {

  private final Execution run = Runs.refused();

  @Test
  void all_failures_are_collected() {
    StepUnitSoftAssertions softly = new StepUnitSoftAssertions();

    softly
        .assertThat(run)
        .isSucceeded()
        .isFailed()
        .hasPath("Validate", "Charge", "Ship")
        .hasOutputAt("$.paid", true)
        .state("Charge", charge -> charge.hasAttempts(3))
        .state("Ship", ship -> ship.hasAttempts(1))
        .hasError("Order.Refused");

    assertThat(softly.errorsCollected())
        .extracting(error -> error.getMessage().lines().skip(1).findFirst().orElseThrow())
        .containsExactly(
            "Expecting execution run-1 to have status SUCCEEDED",
            "Expecting execution run-1 to take exactly this path, but it took another one",
            "Expecting the output of execution run-1 to have at $.paid",
            "Expecting state Charge to have 3 attempts",
            "Expecting execution run-1 to visit state Ship");
    assertThat(Messages.of(softly::assertAll)).contains("(5 failures)");
  }

  @Test
  void failures_of_a_visit_are_collected() {
    StateVisit charge = run.visits("Charge").get(0);
    StepUnitSoftAssertions softly = new StepUnitSoftAssertions();

    softly.assertThat(charge).hasAttempts(2).wasNotCaught().wasCaughtBy(0);

    assertThat(softly.errorsCollected()).hasSize(2);
  }

  @Test
  void assertjs_own_soft_assertions_reach_them_by_a_factory() {
    StateVisit charge = run.visits("Charge").get(0);
    SoftAssertions softly = new SoftAssertions();

    softly
        .assertThat((Object) run)
        .asInstanceOf(StepUnitAssertions.EXECUTION)
        .isSucceeded()
        .isRunning();
    softly.assertThat((Object) charge).asInstanceOf(StepUnitAssertions.STATE_VISIT).hasAttempts(2);

    assertThat(softly.errorsCollected()).hasSize(3);
  }

  @Test
  void assertjs_assertions_are_there_too() {
    StepUnitSoftAssertions softly = new StepUnitSoftAssertions();

    softly.assertThat(run.path()).hasSize(1);
    softly.assertThat(run.seed()).isEqualTo(1L);

    assertThat(softly.errorsCollected()).hasSize(2);
  }

  @ExtendWith(SoftAssertionsExtension.class)
  @org.junit.jupiter.api.Nested
  class Injected {
    @InjectSoftAssertions StepUnitSoftAssertions softly;

    @Test
    void the_extension_of_assertj_makes_them() {
      softly.assertThat(run).isFailed();

      assertThat(softly.errorsCollected()).isEmpty();
    }
  }
}
