package io.stepunit.benchmarks;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Tests of an order saga that fails at its shipment, with eight mocks and five assertions. */
final class SagaTests {
  private SagaTests() {}

  @StateMachineTest("/workloads/w6-order-saga.asl.json")
  static class One {
    @Test
    void order_is_compensated(TestStateMachine saga) {
      test(saga);
    }
  }

  @StateMachineTest("/workloads/w6-order-saga.asl.json")
  static class Many {
    @RepeatedTest(10_000)
    void order_is_compensated(TestStateMachine saga) {
      test(saga);
    }
  }

  private static void test(TestStateMachine saga) {
    saga.mock("ValidateOrder").returns(Map.of("valid", true));
    saga.mock("ReserveInventory").returns(Map.of("reservationId", "r-1"));
    saga.mock("ChargePayment").answers(call -> Map.of("id", "p-" + call.attempt()));
    saga.mock("PackOrder").returns(Map.of("boxes", 1));
    saga.mock("CreateShipment").fails("Carrier.Unavailable", "no carrier");
    saga.mock("SendConfirmation").returns(Map.of("sent", true));
    saga.mock("RefundPayment").returns(Map.of("refunded", true));
    saga.mock("ReleaseInventory").returns(Map.of("released", true));

    Execution run =
        saga.run(
            Map.of(
                "order",
                Map.of("id", "o-1", "sku", "A-1", "qty", 2, "total", 25, "customer", "c-1")));

    assertThat(run)
        .isSucceeded()
        .visited("ChargePayment", "CreateShipment", "RefundPayment")
        .neverVisited("Completed")
        .hasOutputAt("$.status", "REJECTED")
        .hasOutputAt("$.refund.refunded", true);
  }
}
