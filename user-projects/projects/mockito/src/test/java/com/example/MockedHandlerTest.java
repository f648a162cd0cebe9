package com.example;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.mockito.Mockito.when;

import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.Mock;
import org.mockito.junit.jupiter.MockitoExtension;

@StateMachineTest("order.asl.json")
@ExtendWith(MockitoExtension.class)
class MockedHandlerTest {
  /** A service of the project. */
  interface Gateway {
    String charge(int amount);
  }

  @Mock Gateway gateway;

  @Test
  void charges_the_amount(TestStateMachine order) {
    when(gateway.charge(12)).thenReturn("receipt-1");
    order.mock("Charge").answers(call -> Map.of("receipt", gateway.charge(12)));
    order.mock("Ship").returns(Map.of("number", "T-9"));

    assertThat(order.run(Map.of("amount", 12)))
        .isSucceeded()
        .hasOutputAt("$.payment.receipt", "receipt-1");
  }
}
