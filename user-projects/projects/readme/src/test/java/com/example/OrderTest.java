package com.example;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@StateMachineTest("order.asl.json")
class OrderTest {
  @Test
  void asks_a_busy_gateway_again(TestStateMachine order) {
    order.mock("Charge").fails("Gateway.Busy", "503").times(2).thenReturns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of("number", "T-9"));

    assertThat(order.run(Map.of("id", 7, "amount", 12)))
        .isSucceeded()
        .hasPath("Charge", "Ship")
        .hasDuration(ofSeconds(6));
  }
}
