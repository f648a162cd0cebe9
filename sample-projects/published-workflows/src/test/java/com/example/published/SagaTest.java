package com.example.published;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A journey is booked in five steps; each failure undoes what was done before it, in reverse. */
class SagaTest {
  private static final Map<String, Object> TRIP = Map.of("trip", "T-7", "run_type", "none");
  private static final Duration[] LAMBDA_RETRIES = {
    ofSeconds(2), ofSeconds(4), ofSeconds(8), ofSeconds(16), ofSeconds(32), ofSeconds(64)
  };

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine saga =
      PublishedWorkflow.of("saga", "sfn-collection/saga-pattern-sam__template-StateMachine")
          .with("StateMachineTopicArn", "arn:aws:sns:us-east-1:123456789012:trips")
          .in(env);

  @BeforeEach
  void everything_works() {
    saga.mockService("lambda").returnsPayload(Map.of("done", true));
    saga.mockService("sns").capturedBy(env.outbox()).lenient();
  }

  @AfterEach
  void every_mock_was_used() {
    env.verifyMocksUsed();
  }

  @Test
  void a_trip_is_booked() {
    Execution run = saga.run(TRIP);

    assertThat(run)
        .isSucceeded()
        .hasPath(
            "ReserveFlight",
            "ReserveCarRental",
            "ProcessPayment",
            "ConfirmFlight",
            "ConfirmCarRental",
            "SendingSMSSuccess",
            "Reservation Successful!")
        .state(
            "ConfirmCarRental",
            confirm ->
                confirm
                    .hasTaskInputAt("$.Payload.trip", "T-7")
                    .hasTaskInputAt("$.Payload.ConfirmFlightResult.Payload.done", true))
        .hasDuration(Duration.ZERO);
    assertThat(messages()).containsExactly("Your Travel Reservation is Successful");
  }

  static Stream<Arguments> failures() {
    String flight = "CancelFlightReservation";
    String car = "CancelRentalReservation";
    String refund = "RefundPayment";
    return Stream.of(
        Arguments.of("ReserveFlight", new String[] {flight}),
        Arguments.of("ReserveCarRental", new String[] {car, flight}),
        Arguments.of("ProcessPayment", new String[] {refund, car, flight}),
        Arguments.of("ConfirmFlight", new String[] {refund, car, flight}),
        Arguments.of("ConfirmCarRental", new String[] {refund, car, flight}));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void a_failed_step_is_undone_with_all_before_it(String failed, String[] compensations) {
    saga.mock(failed).fails("Booking.Refused", "no seats");

    Execution run = saga.run(TRIP);

    String error = "$.Payload." + failed + "Error";
    assertThat(run)
        .isFailed()
        .hasError("Job Failed")
        .neverVisited("SendingSMSSuccess")
        .state(failed, step -> step.hasAttempts(1).wasCaught("Booking.Refused"))
        .state(
            compensations[0],
            first ->
                first
                    .hasTaskInputAt(error + ".Error", "Booking.Refused")
                    .hasTaskInputAt(error + ".Cause", "no seats"));
    assertThat(run.path().subList(run.path().indexOf(failed) + 1, run.path().size()))
        .startsWith(compensations)
        .endsWith("SendingSMSFailure", "Reservation Failed")
        .hasSize(compensations.length + 2);
    assertThat(messages()).containsExactly("Your Travel Reservation Failed");
  }

  @Test
  void a_service_that_comes_back_is_asked_until_then() {
    saga.mock("ProcessPayment")
        .fails("Lambda.ServiceException")
        .times(3)
        .thenReturnsPayload(Map.of("paid", true));

    assertThat(saga.run(TRIP))
        .isSucceeded()
        .state(
            "ProcessPayment",
            pay -> pay.hasAttempts(4).hasRetryDelays(ofSeconds(2), ofSeconds(4), ofSeconds(8)))
        .hasDuration(ofSeconds(14));
  }

  @Test
  void a_service_that_stays_away_is_given_up_after_six_retries() {
    saga.mock("ProcessPayment").fails("Lambda.SdkClientException");

    assertThat(saga.run(TRIP))
        .isFailed()
        .state("ProcessPayment", pay -> pay.hasAttempts(7).hasRetryDelays(LAMBDA_RETRIES))
        .hasCallsInOrder("RefundPayment", "CancelRentalReservation", "CancelFlightReservation")
        .hasDuration(ofSeconds(126));
  }

  @Test
  void a_compensation_counts_its_retriers_one_by_one() {
    saga.mock("ProcessPayment").fails("Booking.Refused");
    saga.mock("RefundPayment")
        .fails("Lambda.ServiceException")
        .thenFails("Bank.Closed")
        .thenFails("Lambda.ServiceException")
        .thenFails("Bank.Closed")
        .thenReturnsPayload(Map.of("refunded", true));

    assertThat(saga.run(TRIP))
        .hasError("Job Failed")
        .state(
            "RefundPayment",
            refund ->
                refund
                    .hasAttempts(5)
                    .hasRetryDelays(ofSeconds(2), ofSeconds(1), ofSeconds(4), ofSeconds(2)));
  }

  @Test
  void a_compensation_that_fails_for_good_leaves_the_rest_undone() {
    saga.mock("ProcessPayment").fails("Booking.Refused");
    saga.mock("RefundPayment").fails("Bank.Closed", "Sunday");

    assertThat(saga.run(TRIP))
        .isFailed()
        .hasError("Bank.Closed")
        .hasCause("Sunday")
        .state(
            "RefundPayment",
            refund ->
                refund.hasAttempts(4).hasRetryDelays(ofSeconds(1), ofSeconds(2), ofSeconds(4)))
        .hasCalls("CancelRentalReservation", 0)
        .hasCalls("CancelFlightReservation", 0);
    assertThat(messages()).isEmpty();
  }

  private Stream<String> messages() {
    return env.outbox().sent("sns").stream().map(sent -> sent.message().asText());
  }
}
