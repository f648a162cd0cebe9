package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stepunit.Execution;
import io.stepunit.history.ExecutionStatus;
import org.junit.jupiter.api.Test;

class StatusAssertionsTest {

  @Test
  void each_status_passes_its_own_assertion() {
    assertThat(Runs.paid()).isSucceeded().isEnded().hasStatus(ExecutionStatus.SUCCEEDED);
    assertThat(Runs.refused()).isFailed().isEnded().hasStatus(ExecutionStatus.FAILED);
    assertThat(Runs.stopped()).isAborted().isEnded();
    assertThat(Runs.timedOut()).isTimedOut().isEnded();
    assertThat(Runs.running()).isRunning().hasStatus(ExecutionStatus.RUNNING);
  }

  @Test
  void each_status_fails_the_assertions_of_the_others() {
    assertThat(Messages.of(() -> assertThat(Runs.paid()).isFailed())).contains("status FAILED");
    assertThat(Messages.of(() -> assertThat(Runs.paid()).isTimedOut())).contains("TIMED_OUT");
    assertThat(Messages.of(() -> assertThat(Runs.paid()).isAborted())).contains("ABORTED");
    assertThat(Messages.of(() -> assertThat(Runs.paid()).isRunning())).contains("RUNNING");
    assertThat(Messages.of(() -> assertThat(Runs.running()).isSucceeded())).contains("SUCCEEDED");
  }

  @Test
  void a_failure_shows_the_error_the_state_the_timeline_and_the_seed() {
    Execution run = Runs.broken();

    assertThat(Messages.of(() -> assertThat(run).as("order %s", 7).isSucceeded()))
        .isEqualTo(
            """
            [order 7]\s
            Expecting execution run-1 to have status SUCCEEDED
            but it is FAILED with Gateway.Gone: 410
            See state Charge (order.asl.json:8)

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1            ExecutionStarted
              +00:00:00.000  #2  Validate  PassStateEntered (order.asl.json:4)
              +00:00:00.000  #4  Charge    TaskStateEntered (order.asl.json:8)
              +00:00:00.000  #5  Charge    LambdaFunctionScheduled, attempt 1
              +00:00:00.000  #7  Charge    LambdaFunctionFailed, attempt 1: Gateway.Gone: 410
            > +00:00:00.000  #8            ExecutionFailed: Gateway.Gone: 410
            """);
  }

  @Test
  void a_failure_within_a_map_points_at_the_state_that_failed() {
    Execution run = Runs.tooManyLines();

    assertThat(Messages.of(() -> assertThat(run).isSucceeded()))
        .isEqualTo(
            """

            Expecting execution run-1 to have status SUCCEEDED
            but it is FAILED with Line.TooMany
            See state TooMany (lines.asl.json:28)

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1                     ExecutionStarted
              +00:00:00.000  #2   Lines             MapStateEntered (lines.asl.json:4)
              +00:00:00.000  #3   Lines             MapStateStarted, attempt 1, 2 items
              +00:00:00.000  #5   Lines[0]/Price    PassStateEntered (lines.asl.json:10)
              +00:00:00.000  #7   Lines[0]/Check    ChoiceStateEntered (lines.asl.json:14)
              +00:00:00.000  #9   Lines[0]/Fine     SucceedStateEntered (lines.asl.json:25)
              +00:00:00.000  #13  Lines[1]/Price    PassStateEntered (lines.asl.json:10)
              +00:00:00.000  #15  Lines[1]/Check    ChoiceStateEntered (lines.asl.json:14)
              +00:00:00.000  #17  Lines[1]/TooMany  FailStateEntered (lines.asl.json:28): Line.TooMany
              +00:00:00.000  #18  Lines[1]          MapIterationFailed: Line.TooMany
              +00:00:00.000  #19  Lines             MapStateFailed, attempt 1: Line.TooMany
            > +00:00:00.000  #20                    ExecutionFailed: Line.TooMany
            """);
  }

  @Test
  void an_execution_that_still_runs_has_not_ended() {
    Execution run = Runs.running();

    assertThat(Messages.of(() -> assertThat(run).isEnded()))
        .isEqualTo(
            """

            Expecting execution run-1 to have ended
            but it is RUNNING
            It is in Charge (order.asl.json:8). The test lets it go on by finish(), advance(…) or runUntil(…), and asserts on what these or snapshot() return.

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1            ExecutionStarted
              +00:00:00.000  #2  Validate  PassStateEntered (order.asl.json:4)
              +00:00:00.000  #4  Charge    TaskStateEntered (order.asl.json:8)
            > +00:00:00.000  #5  Charge    LambdaFunctionScheduled, attempt 1
              +01:30:00.000                the execution is running
            """);
  }

  @Test
  void a_stop_and_a_timeout_are_told_with_their_reason() {
    assertThat(Messages.of(() -> assertThat(Runs.stopped()).isSucceeded()))
        .contains("but it is ABORTED with Ops.Stop: wrong order\n");
    assertThat(Messages.of(() -> assertThat(Runs.timedOut()).isSucceeded()))
        .contains("but it is TIMED_OUT");
  }

  @Test
  void the_timeline_folds_iterations_that_are_alike() {
    Execution run = Runs.manyLines(30);

    String message = Messages.of(() -> assertThat(run).isFailed());

    assertThat(message)
        .contains("\n  ... the 3 lines above 28 more times\n")
        .contains("Lines[29]/Fine")
        .doesNotContain("Lines[28]")
        .endsWith("ExecutionSucceeded\n");
  }

  @Test
  void a_missing_execution_is_told_as_assertj_does() {
    Execution none = null;

    assertThat(Messages.of(() -> assertThat(none).isSucceeded()))
        .contains("Expecting actual not to be null");
  }

  @Test
  void an_execution_of_which_nothing_has_run_yet_can_be_asked() {
    Execution run = Runs.notBegun();

    assertThatCode(() -> assertThat(run).isRunning().hasPath()).doesNotThrowAnyException();
    assertThat(Messages.of(() -> assertThat(run).isEnded())).contains("but it is RUNNING");
  }
}
