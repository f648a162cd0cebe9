package com.example.orders;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.stepunit.property.Property.after;
import static io.stepunit.property.Property.idempotent;
import static io.stepunit.property.Property.never;

import io.stepunit.TestStateMachine;
import io.stepunit.junit.AlwaysHolds;
import io.stepunit.junit.StateMachine;
import io.stepunit.junit.StateMachineTest;
import io.stepunit.property.PropertyResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds whatever the order is like, and whatever goes wrong. */
@StateMachineTest("order-saga.asl.json")
class PropertiesTest {
  @BeforeEach
  void all_goes_well(TestStateMachine saga) {
    BadDay.mocksFor(saga);
  }

  @AlwaysHolds(cases = 200)
  void what_is_paid_is_shipped_or_refunded_or_an_operator_called(TestStateMachine saga) {
    assertThat(saga)
        .holds(
            after("ChargePayment").eventually("CreateShipment", "RefundPayment", "CallOperator"));
  }

  @AlwaysHolds(cases = 200)
  void nothing_is_shipped_unpaid(TestStateMachine saga) {
    assertThat(saga).holds(never("CreateShipment").without("ChargePayment"));
  }

  /** The key is the execution's name, so that a redrive, too, charges nothing twice. */
  @AlwaysHolds(cases = 200)
  void a_payment_is_known_again(TestStateMachine saga) {
    assertThat(saga).holds(idempotent("ChargePayment", "$.Payload.idempotencyKey"));
  }

  @Test
  void the_lost_shipment_is_found(
      @StateMachine("order-saga-no-second-try.asl.json") TestStateMachine mistaken) {
    BadDay.mocksFor(mistaken);

    PropertyResult result = mistaken.check(never("RefundPayment").after("CreateShipment"));

    assertThat(result.counterexample().orElseThrow().text())
        .contains("fault: CreateShipment × reply lost, first attempt");
  }
}
