package com.example.orders;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.TestStateMachine;
import io.stepunit.junit.StateMachineTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The delays of retries pass in virtual time: nothing here sleeps. */
@StateMachineTest("order-saga.asl.json")
class RetryTest {
  @BeforeEach
  void all_goes_well(TestStateMachine saga) {
    GoodDay.mocksFor(saga);
  }

  @Test
  void a_busy_gateway_is_asked_again_ever_later(TestStateMachine saga) {
    saga.mock("ChargePayment")
        .fails("Payment.GatewayBusy", "503")
        .times(3)
        .thenReturnsPayload(GoodDay.CHARGED);

    Execution run = saga.run(Order.SMALL);

    assertThat(run)
        .isSucceeded()
        .state(
            "ChargePayment",
            charge ->
                charge.hasAttempts(4).hasRetryDelays(ofSeconds(2), ofSeconds(4), ofSeconds(8)));
  }

  @Test
  void the_delay_grows_no_further_than_its_maximum(TestStateMachine saga) {
    saga.mock("ChargePayment").fails("Payment.GatewayBusy", "503");
    saga.mock("ReleaseInventory").returnsPayload(GoodDay.DONE);

    Execution run = saga.run(Order.SMALL);

    assertThat(run)
        .isFailed()
        .hasError("Payment.GatewayBusy")
        .hasCause("503")
        .state(
            "ChargePayment",
            charge ->
                charge
                    .hasRetryDelays(ofSeconds(2), ofSeconds(4), ofSeconds(8), ofSeconds(10))
                    .wasCaughtBy("ReleaseInventory"));
  }

  @Test
  void a_gateway_that_hangs_is_asked_again_after_a_minute(TestStateMachine saga) {
    saga.mock("ChargePayment").neverAnswers().times(1).thenReturnsPayload(GoodDay.CHARGED);

    Execution run = saga.run(Order.SMALL);

    assertThat(run)
        .state(
            "ChargePayment",
            charge ->
                charge
                    .hasAttempts(2)
                    .hasRetryDelays(ofMinutes(1))
                    .hasDuration(ofSeconds(30).plusMinutes(1)));
  }

  @Test
  void a_carrier_that_is_down_is_asked_three_times_more(TestStateMachine saga) {
    saga.mock("CreateShipment").fails("Carrier.Unavailable", "Maintenance");
    saga.mock("RefundPayment").returnsPayload(GoodDay.DONE);
    saga.mock("ReleaseInventory").returnsPayload(GoodDay.DONE);

    Execution run = saga.run(Order.SMALL);

    assertThat(run)
        .state(
            "CreateShipment",
            ship ->
                ship.hasAttempts(4)
                    .hasRetryDelays(ofSeconds(30), ofSeconds(45), Duration.parse("PT1M7.5S")));
  }

  @Test
  void throttled_reservations_are_spread_by_jitter(TestStateMachine saga) {
    saga.mock("ReserveInventory[0]/ReserveLine")
        .fails("Lambda.TooManyRequestsException", "Rate exceeded")
        .times(4)
        .thenReturnsPayload(Map.of("sku", "BOOK-1", "reservationId", "R-0"));

    Execution run = saga.run(Order.SMALL);

    List<Duration> delays = run.visits("ReserveInventory[0]/ReserveLine").get(0).retryDelays();
    assertThat(delays).hasSize(4);
    assertThat(delays.get(0)).isBetween(Duration.ZERO, ofSeconds(1));
    assertThat(delays.get(1)).isBetween(Duration.ZERO, ofSeconds(2));
    assertThat(delays.get(2)).isBetween(Duration.ZERO, ofSeconds(4));
    assertThat(delays.get(3)).isBetween(Duration.ZERO, ofSeconds(8));
  }
}
