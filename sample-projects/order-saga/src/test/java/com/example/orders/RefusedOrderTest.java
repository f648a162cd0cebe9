package com.example.orders;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is reserved for an order that cannot be shipped. No mock is needed: no Task runs. */
@StateMachineTest("order-saga.asl.json")
class RefusedOrderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        """
        {"orderId": "A-1", "lines": [], "total": 5, "shippingSlot": "2026-01-05T08:00:00Z"}
        """,
        """
        {"orderId": "A-1", "lines": [{"sku": "X"}], "total": 0, "shippingSlot": "2026-01-05T08:00:00Z"}
        """,
        """
        {"orderId": "A-1", "lines": [{"sku": "X"}], "total": "5", "shippingSlot": "2026-01-05T08:00:00Z"}
        """,
        """
        {"orderId": "A-1", "lines": [{"sku": "X"}], "total": 5, "shippingSlot": "tomorrow"}
        """
      })
  void an_order_that_misses_something_is_refused(String order, TestStateMachine saga) {
    Execution run = saga.run(order);

    assertThat(run).isFailed().hasError("Order.Invalid").hasPath("CheckOrder", "RefuseOrder");
  }
}
