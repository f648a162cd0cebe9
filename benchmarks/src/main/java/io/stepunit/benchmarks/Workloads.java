package io.stepunit.benchmarks;

import io.stepunit.TestStateMachine;

/** The workloads, each with the value that its result must have. */
final class Workloads {
  private static final String OK = "{\"ok\": true}";

  private Workloads() {}

  /** A chain of 100 Pass states. */
  static Workload w1() {
    return Workload.load("w1-pass-chain", machine -> {});
  }

  /** A loop of Pass and Choice, 2,001 transitions. */
  static Workload w2() {
    return Workload.load("w2-choice-loop", machine -> {});
  }

  /** An inline Map over 1,000 items, a Pass and a Task each. */
  static Workload w3() {
    return Workload.load(
        "w3-map-1000",
        machine ->
            machine
                .mock("Work")
                .returns(
                    """
                    {"reserved": true, "ref": "r-1"}
                    """));
  }

  /** A Task that fails five times and is retried, 31 s of virtual time. */
  static Workload w4() {
    return Workload.load(
        "w4-retry-storm",
        machine -> machine.mock("Flaky").fails("Flaky.Error", "not yet").times(5).thenReturns(OK));
  }

  /** A Wait of one year. */
  static Workload w5() {
    return Workload.load("w5-wait-1-year", machine -> {});
  }

  /** An order saga that fails at its shipment and compensates. */
  static Workload w6() {
    return Workload.load("w6-order-saga", Workloads::mockSaga);
  }

  /** A chain of 100 Pass states in JSONata, three expressions in Output and one in Assign each. */
  static Workload w7() {
    return Workload.load("w7-jsonata", machine -> {});
  }

  /** Map, filter, group-by and order-by over 10,000 items, in four Pass states. */
  static Workload w9() {
    return Workload.load("w9-jsonata-10000", machine -> {});
  }

  private static void mockSaga(TestStateMachine saga) {
    saga.mock("ValidateOrder").returns("{\"valid\": true}");
    saga.mock("ReserveInventory").returns("{\"reservationId\": \"r-1\"}");
    saga.mock("ChargePayment").returns("{\"id\": \"p-1\", \"gateway\": \"test\"}");
    saga.mock("PackOrder").returns("{\"boxes\": 1}");
    saga.mock("CreateShipment").fails("Carrier.Unavailable", "no carrier");
    saga.mock("SendConfirmation").returns("{\"sent\": true}");
    saga.mock("RefundPayment").returns("{\"refunded\": true}");
    saga.mock("ReleaseInventory").returns("{\"released\": true}");
  }
}
