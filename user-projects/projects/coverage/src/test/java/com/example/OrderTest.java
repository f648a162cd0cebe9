package com.example;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@StateMachineTest("order.asl.json")
class OrderTest {
  @Test
  void ships_what_is_paid(TestStateMachine order) {
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of("number", "T-9"));

    Execution run = order.run(Map.of("id", 7, "amount", 12));

    assertThat(run).isSucceeded().hasPath("Charge", "Ship");
  }
}
