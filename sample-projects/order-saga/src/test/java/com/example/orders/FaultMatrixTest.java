package com.example.orders;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.FaultMatrix;
import io.stepunit.junit.StateMachineTest;
import org.junit.jupiter.api.BeforeEach;

/** Each Task fails in each way that the definition names, and in some that it does not. */
@StateMachineTest("order-saga.asl.json")
class FaultMatrixTest {
  @BeforeEach
  void all_goes_well(TestStateMachine saga) {
    BadDay.mocksFor(saga);
  }

  @FaultMatrix
  void nobody_is_cheated(TestStateMachine saga) {
    Execution run = saga.run(Order.LARGE);

    assertThat(run).isEnded();
    BadDay.nobodyIsCheated(saga, run);
  }

  /** What undoes the saga is not called on a good day. In pairs, it fails in two places. */
  @FaultMatrix(
      states = {"RefundPayment", "ReleaseInventory", "CallOperator"},
      pairs = true)
  void an_order_that_cannot_be_shipped_is_undone_or_an_operator_called(TestStateMachine saga) {
    saga.mock("CreateShipment").fails("Carrier.AddressUnknown", "No such street");

    Execution run = saga.run(Order.LARGE);

    assertThat(run).isFailed();
    BadDay.nobodyIsCheated(saga, run);
  }
}
