package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.history.StateVisit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  void the_timeline_of_an_execution_is_shown_once_and_the_others_point_into_it() {
    Execution other = Runs.paid();
    StepUnitSoftAssertions softly = new StepUnitSoftAssertions();

    softly.assertThat(run).isSucceeded().state("Charge", charge -> charge.hasAttempts(3));
    softly.assertThat(run).hasError("Card.Stolen");
    softly.assertThat(other).isFailed();

    assertThat(softly.errorsCollected())
        .extracting(Throwable::getMessage)
        .satisfiesExactly(
            first -> assertThat(first).contains("Timeline of execution run-1, seed", "> +00:00"),
            visit ->
                assertThat(visit)
                    .contains("Expecting state Charge to have 3 attempts", "See state Charge (")
                    .containsPattern("\\(#\\d+ in the timeline of execution run-1 above\\)")
                    .doesNotContain("Timeline of"),
            error -> assertThat(error).contains("Card.Stolen").doesNotContain("Timeline of"),
            elsewhere -> assertThat(elsewhere).contains("Timeline of execution run-1, seed"));
  }

  @Test
  void another_part_of_a_long_timeline_is_shown() {
    Execution chain = Runs.of(chain(30), "{}");
    StepUnitSoftAssertions softly = new StepUnitSoftAssertions();

    softly
        .assertThat(chain)
        .isFailed()
        .state("P0", first -> first.hasOutput("{\"a\": 1}"))
        .state("P29", last -> last.hasOutput("{\"a\": 1}"));

    assertThat(softly.errorsCollected())
        .extracting(Throwable::getMessage)
        .satisfiesExactly(
            end -> assertThat(end).contains("Timeline of"),
            first -> assertThat(first).contains("Timeline of"),
            last -> assertThat(last).contains("in the timeline of execution run-1 above)"));
  }

  private static String chain(int length) {
    String states =
        IntStream.range(0, length)
            .mapToObj(
                i ->
                    "\"P%s\": {\"Type\": \"Pass\", %s}"
                        .formatted(
                            i, i < length - 1 ? "\"Next\": \"P" + (i + 1) + "\"" : "\"End\": true"))
            .collect(Collectors.joining(",\n"));
    return "{\"StartAt\": \"P0\", \"States\": {" + states + "}}";
  }

  @Test
  void a_block_of_soft_assertions_fails_with_all_failures() {
    assertThat(
            Messages.of(
                () ->
                    StepUnitAssertions.assertSoftly(
                        softly -> softly.assertThat(run).isSucceeded().hasError("Card.Stolen"))))
        .contains("(2 failures)", "to have status SUCCEEDED", "Card.Stolen")
        .containsOnlyOnce("Timeline of");
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
