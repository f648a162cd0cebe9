package com.example.orders;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was done is undone, last step first, when a later step fails. */
@StateMachineTest("order-saga.asl.json")
class CompensationTest {
  @BeforeEach
  void all_goes_well_until_the_shipment(TestStateMachine saga) {
    GoodDay.reserves(saga);
    GoodDay.charges(saga);
  }

  @Test
  void stock_that_is_missing_releases_the_lines_reserved_so_far(TestStateMachine saga) {
    saga.mock("ReserveInventory[1]/ReserveLine").fails("Inventory.OutOfStock", "PEN-7 is sold out");
    saga.mock("ReleaseInventory").returnsPayload(GoodDay.DONE);

    Execution run = saga.run(Order.SMALL);

    assertThat(run)
        .isFailed()
        .hasError("Inventory.OutOfStock")
        .hasCause("PEN-7 is sold out")
        .visitedInOrder("ReserveInventory", "ReleaseInventory", "OrderFailed")
        .neverVisited("ChargePayment");
  }

  @Test
  void a_declined_card_releases_the_stock(TestStateMachine saga) {
    saga.mock("ChargePayment").fails("Payment.Declined", "Card expired");
    saga.mock("ReleaseInventory").returnsPayload(GoodDay.DONE);

    Execution run = saga.run(Order.SMALL);

    assertThat(run)
        .isFailed()
        .hasError("Payment.Declined")
        .hasCause("Card expired")
        .visitedInOrder("ReserveInventory", "ChargePayment", "ReleaseInventory", "OrderFailed")
        .neverVisited("RefundPayment");
  }

  @Test
  void a_shipment_that_fails_refunds_the_payment_and_then_releases_the_stock(
      TestStateMachine saga) {
    saga.mock("CreateShipment").fails("Carrier.AddressUnknown", "No such street");
    saga.mock("RefundPayment").returnsPayload(GoodDay.DONE);
    saga.mock("ReleaseInventory").returnsPayload(GoodDay.DONE);

    Execution run = saga.run(Order.SMALL);

    assertThat(run)
        .isFailed()
        .hasError("Carrier.AddressUnknown")
        .hasCause("No such street")
        .visitedInOrder("CreateShipment", "RefundPayment", "ReleaseInventory", "OrderFailed")
        .state("RefundPayment", refund -> refund.hasTaskInputAt("$.Payload.chargeId", "C-77"));
  }

  @Test
  void a_refund_that_fails_calls_an_operator(TestStateMachine saga) {
    saga.mock("CreateShipment").fails("Carrier.AddressUnknown", "No such street");
    saga.mock("RefundPayment").fails("Payment.AccountClosed", "Account 12 is closed");
    saga.mock("CallOperator").returns(GoodDay.SENT);

    Execution run = saga.run(Order.SMALL);

    assertThat(run)
        .isFailed()
        .hasError("Order.Stuck")
        .hasCause("Account 12 is closed")
        .state("RefundPayment", refund -> refund.hasAttempts(6))
        .state(
            "CallOperator", sns -> sns.hasTaskInputAt("$.Subject", "Order A-1001 is half undone"));
  }

  @Test
  void stock_that_cannot_be_released_calls_an_operator(TestStateMachine saga) {
    saga.mock("ChargePayment").fails("Payment.Declined", "Card expired");
    saga.mock("ReleaseInventory").neverAnswers();
    saga.mock("CallOperator").returns(GoodDay.SENT);

    Execution run = saga.run(Order.SMALL);

    assertThat(run)
        .isFailed()
        .hasError("Order.Stuck")
        .state("ReleaseInventory", release -> release.hasAttempts(6))
        .visitedInOrder("ReleaseInventory", "CallOperator", "OrderStuck");
  }
}
