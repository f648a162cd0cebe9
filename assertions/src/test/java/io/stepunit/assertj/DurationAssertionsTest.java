package io.stepunit.assertj;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationAssertionsTest {

  @Test
  void virtual_time_is_exact() {
    assertThat(Runs.retried()).hasDuration(ofSeconds(11));
    assertThat(Runs.running()).hasDuration(Duration.ofMinutes(90));
    assertThat(Runs.lines()).hasDuration(Duration.ZERO);
  }

  @Test
  void another_time_is_told() {
    Execution run = Runs.paid();

    assertThat(Messages.of(() -> assertThat(run).hasDuration(Duration.ofMinutes(5))))
        .isEqualTo(
            """

            Expecting execution run-1 to last 5m of virtual time
            but it lasted 3s

            Timeline of execution run-1, seed 42:
              +00:00:00.000  #1             ExecutionStarted
              +00:00:00.000  #2   Validate  PassStateEntered (order.asl.json:4)
              +00:00:00.000  #4   Charge    TaskStateEntered (order.asl.json:8)
              +00:00:00.000  #5   Charge    LambdaFunctionScheduled, attempt 1
              +00:00:03.000  #7   Charge    LambdaFunctionSucceeded
              +00:00:03.000  #9   Ship      PassStateEntered (order.asl.json:35)
            > +00:00:03.000  #11            ExecutionSucceeded
            """);
  }
}
