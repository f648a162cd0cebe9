package io.stepunit.junit.docs;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@StateMachineTest("order.asl.json")
class AmountsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 900})
  void ships_whatever_it_costs(int amount, TestStateMachine order) {
    order.mock("Charge").returns(Map.of("paid", true));
    order.mock("Ship").returns(Map.of("shipped", true));

    assertThat(order.run(Map.of("amount", amount))).isSucceeded();
  }
}
