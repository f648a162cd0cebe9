package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import org.junit.jupiter.api.Test;

class ErrorAssertionsTest {

  @Test
  void error_and_cause_are_found() {
    assertThat(Runs.broken()).hasError("Gateway.Gone").hasCause("410").hasCauseContaining("4");
    assertThat(Runs.paid()).hasNoError();
  }

  @Test
  void another_error_is_told_with_its_cause() {
    Execution run = Runs.broken();

    assertThat(Messages.of(() -> assertThat(run).hasError("Gateway.Busy")))
        .isEqualTo(
            """

            Expecting execution run-1 to have the error
              Gateway.Busy
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
  void an_execution_that_succeeded_has_no_error() {
    assertThat(Messages.of(() -> assertThat(Runs.paid()).hasError("Gateway.Busy")))
        .startsWith(
            "\nExpecting execution run-1 to have the error\n  Gateway.Busy\nbut it is SUCCEEDED\n");
  }

  @Test
  void another_cause_is_told() {
    Execution run = Runs.broken();

    assertThat(Messages.of(() -> assertThat(run).hasCause("41")))
        .startsWith(
            "\n"
                + "Expecting execution run-1 to have the cause\n"
                + "  41\n"
                + "but it is FAILED with Gateway.Gone: 410\n");
    assertThat(Messages.of(() -> assertThat(run).hasCauseContaining("5")))
        .startsWith(
            "\n"
                + "Expecting execution run-1 to have a cause that contains\n"
                + "  5\n"
                + "but it is FAILED with Gateway.Gone: 410\n");
  }

  @Test
  void an_error_where_none_should_be_is_told() {
    Execution run = Runs.broken();

    assertThat(Messages.of(() -> assertThat(run).hasNoError()))
        .isEqualTo(
            """

            Expecting execution run-1 to have neither error nor cause
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
}
