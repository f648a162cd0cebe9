package io.stepunit.junit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@StateMachineTest("order.asl.json")
class OrderTest {

  @Test
  void ships_paid_orders(TestStateMachine order) {
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of("shipped", true));

    Execution run = order.run(Map.of("id", 7));

    assertThat(run).isSucceeded().hasPath("Validate", "Charge", "Ship");
  }
}
