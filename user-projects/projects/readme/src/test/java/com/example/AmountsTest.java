package com.example;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@StateMachineTest("order.asl.json")
class AmountsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 12})
  void any_amount_is_charged(int amount, TestStateMachine order) {
    order.mock("Charge").answers(call -> Map.of("charged", call.inputAt("$.amount")));
    order.mock("Ship").returns(Map.of("number", "T-9"));

    assertThat(order.run(Map.of("amount", amount))).hasOutputAt("$.payment.charged", amount);
  }
}
