package com.example.orders;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that go well. The virtual clock of each test starts on 1 January 2026, midnight UTC. */
@StateMachineTest("order-saga.asl.json")
class ShippingTest {
  @BeforeEach
  void all_goes_well(TestStateMachine saga) {
    GoodDay.mocksFor(saga);
  }

  @Test
  void a_small_order_is_reserved_charged_and_shipped(TestStateMachine saga) {
    Execution run = saga.run(Order.SMALL);

    assertThat(run)
        .isSucceeded()
        .hasOutput(
            """
            {
              "orderId": "A-1001",
              "status": "SHIPPED",
              "lines": 2,
              "chargeId": "C-77",
              "trackingNumber": "T-9"
            }
            """);
  }

  @Test
  void the_steps_come_in_the_order_of_the_saga(TestStateMachine saga) {
    Execution run = saga.run(Order.SMALL);

    assertThat(run)
        .visitedInOrder(
            "ReserveInventory", "ChargePayment", "WaitForShippingSlot", "CreateShipment", "Notify")
        .neverVisited("AwaitApproval")
        .neverVisited("ReleaseInventory");
  }

  @Test
  void each_line_is_reserved_on_its_own(TestStateMachine saga) {
    Execution run = saga.run(Order.SMALL);

    assertThat(run)
        .state("ReserveInventory[0]/ReserveLine", line -> line.hasInputAt("$.sku", "BOOK-1"))
        .state("ReserveInventory[1]/ReserveLine", line -> line.hasInputAt("$.sku", "PEN-7"))
        .state(
            "ReserveInventory",
            map -> map.hasOutputAt("$.reservations[*].reservationId", List.of("R-0", "R-1")));
  }

  @Test
  void the_shipment_waits_for_the_slot(TestStateMachine saga) {
    saga.mock("ChargePayment").returnsPayload(GoodDay.CHARGED).taking(ofSeconds(3));

    Execution run = saga.run(Order.SMALL.shippedAt("2026-01-05T08:00:00Z"));

    assertThat(run)
        .state(
            "WaitForShippingSlot",
            wait -> wait.hasDuration(ofDays(4).plus(ofHours(8)).minus(ofSeconds(3))))
        .hasDuration(ofDays(4).plusHours(8));
  }

  @Test
  void a_slot_that_has_passed_is_not_waited_for(TestStateMachine saga) {
    Execution run = saga.run(Order.SMALL.shippedAt("2025-12-24T08:00:00Z"));

    assertThat(run).isSucceeded().hasDuration(ofSeconds(0));
  }

  @Test
  void an_order_can_wait_for_almost_a_year(TestStateMachine saga) {
    Execution run = saga.run(Order.SMALL.shippedAt("2026-12-31T12:00:00Z"));

    assertThat(run).isSucceeded().hasDuration(ofDays(364).plusHours(12));
  }

  @Test
  void an_order_that_waits_for_longer_is_ended_by_the_service(TestStateMachine saga) {
    Execution run = saga.run(Order.SMALL.shippedAt("2027-06-01T08:00:00Z"));

    assertThat(run).isTimedOut().hasDuration(ofDays(365)).neverVisited("CreateShipment");
  }

  @Test
  void both_parties_hear_of_the_shipment_at_the_same_time(TestStateMachine saga) {
    saga.mock("TellCustomer").returns(GoodDay.SENT).taking(ofMinutes(2));
    saga.mock("TellWarehouse").returns(GoodDay.SENT).taking(ofMinutes(3));

    Execution run = saga.run(Order.SMALL);

    assertThat(run)
        .state("Notify", notify -> notify.hasDuration(ofMinutes(3)))
        .state(
            "TellCustomer",
            sns ->
                sns.hasTaskInputAt(
                    "$.Message", Map.of("orderId", "A-1001", "trackingNumber", "T-9")));
  }

  @Test
  void an_order_is_shipped_even_if_nobody_hears_of_it(TestStateMachine saga) {
    saga.mock("TellCustomer").fails("SNS.NotFoundException", "Topic does not exist");

    Execution run = saga.run(Order.SMALL);

    assertThat(run)
        .isSucceeded()
        .hasOutputAt("$.status", "SHIPPED")
        .state(
            "Notify",
            notify -> notify.wasCaught("SNS.NotFoundException").wasCaughtBy("WriteReceipt"));
  }
}
