package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of docs/guide/exploring.md. */
@StateMachineTest("order.asl.json")
class ExploringExamplesTest {
  @Test
  void every_state_can_be_reached(TestStateMachine order) {
    assertThat(order.explore().missed()).isEmpty();
  }

  @Test
  void only_what_matters_is_mocked(TestStateMachine order) {
    order.mocks().automatic();
    order.mock("Charge").returns(Map.of("paid", true));

    assertThat(order.run(Map.of("id", 7))).isSucceeded();
  }
}
