package io.stepunit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.FaultMatrix;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@StateMachineTest("order.asl.json")
class OrderTest {
  @Test
  void asks_a_busy_gateway_again(TestStateMachine order) {
    order.mock("Charge").fails("Gateway.Busy", "503").times(2).thenReturns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of("number", "T-9"));

    Execution run = order.run(Map.of("id", 7, "amount", 12));

    assertThat(run).isSucceeded().hasPath("Charge", "Ship").hasDuration(ofSeconds(6));
  }

  @FaultMatrix
  void nobody_pays_twice(TestStateMachine order) {
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of("number", "T-9"));

    order.run(Map.of("id", 7, "amount", 12));

    assertThat(order.effects("Charge")).happenedAtMostOncePer("$.id");
  }
}
