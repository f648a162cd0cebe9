package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The code of docs/guide/mutation.md; that it leaves the mutants open is held beside the runner.
 */
@StateMachineTest("mutation/order.asl.json")
class MutationExamplesTest {
  @Test
  void tries_again(TestStateMachine order) {
    order.mock("Charge").fails("Busy").times(2).thenReturns(Map.of("paid", true));

    Execution run = order.run(Map.of("id", 7));

    assertThat(run).isSucceeded();
  }

  @Test
  void tries_again_in_time(TestStateMachine order) {
    order.mock("Charge").fails("Busy").times(2).thenReturns(Map.of("paid", true));

    Execution run = order.run(Map.of("id", 7));

    assertThat(run).isSucceeded().hasDuration(ofSeconds(6));
  }
}
