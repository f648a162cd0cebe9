package com.example.orders;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.property.Property.after;
import static io.stepunit.property.Property.never;

import io.stepunit.TestStateMachine;
import io.stepunit.junit.PathTest;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.path.PathCase;

/** Whatever way an order goes: a test for each, which together take all transitions. */
@StateMachineTest("order-saga.asl.json")
class EveryPathTest {
  @PathTest
  void what_is_paid_is_shipped_or_refunded_or_an_operator_called(
      PathCase path, TestStateMachine saga) {
    path.run(saga);

    assertThat(saga)
        .holds(after("ChargePayment").eventually("CreateShipment", "RefundPayment", "CallOperator"))
        .holds(never("CreateShipment").without("ChargePayment"));
  }
}
