package com.example.orders;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.assertj.StepUnitAssertions.assertThatThrownBy;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.FaultMatrix;
import io.stepunit.junit.StateMachineTest;
import org.junit.jupiter.api.BeforeEach;

/**
 * A saga with a mistake that the fault matrix found: it has no Retry for a shipment that times out.
 * If only the reply is lost, the goods are on their way, and the customer gets the money back.
 */
@StateMachineTest("order-saga-no-second-try.asl.json")
class LostShipmentTest {
  @BeforeEach
  void all_goes_well(TestStateMachine saga) {
    BadDay.mocksFor(saga);
  }

  @FaultMatrix(states = "CreateShipment", faults = "reply lost")
  void goods_that_are_on_their_way_are_refunded(TestStateMachine saga) {
    Execution run = saga.run(Order.LARGE);

    assertThat(saga.effects("CreateShipment")).happened(1);
    assertThat(run.timeline().toString())
        .contains("fault: reply lost, call 1 (the first call), by @FaultMatrix");
    assertThatThrownBy(() -> BadDay.nobodyIsCheated(saga, run))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            "Expecting RefundPayment to happen\n  0 times\nbut it happened\n  once")
        .hasMessageContaining("\"chargeId\":\"C-77\"");
  }

  @FaultMatrix(excludeFaults = "reply lost")
  void nothing_else_is_wrong_with_it(TestStateMachine saga) {
    Execution run = saga.run(Order.LARGE);

    BadDay.nobodyIsCheated(saga, run);
  }
}
