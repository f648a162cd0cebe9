package com.example.published;

import static io.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.stepunit.Execution;
import io.stepunit.RunningExecution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.TestStateMachine;
import io.stepunit.mock.SentMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Products are reserved one by one, those out of stock later; then the warehouse has three hours.
 */
class ShipOrderTest {
  private static final String SHIP = "Initate Packaging and Shipping";
  private static final Map<String, Object> RESERVED = Map.of("reservation_status", "reserved");
  private static final Map<String, Object> UNAVAILABLE =
      Map.of("reservation_status", "temporarily-unavailable", "product_id", "p-2");
  private static final Map<String, Object> ORDER =
      Map.of(
          "detail-type",
          "OrderCreated",
          "detail",
          Map.of(
              "order_id",
              "o-7",
              "customer",
              Map.of("customer_id", "c-1"),
              "products",
              List.of(Map.of("product_id", "p-1"), Map.of("product_id", "p-2"))));

  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final TestStateMachine shipping =
      PublishedWorkflow.of(
              "ship-order", "sfn-examples/sam__app-order-management__statemachines__ship-order")
          .with("LambdaGetCustomerStatus", "arn:aws:lambda:us-east-1:123456789012:function:status")
          .with("LambdaReserveProduct", "arn:aws:lambda:us-east-1:123456789012:function:reserve")
          .with("SnsNewOrderTopic", "arn:aws:sns:us-east-1:123456789012:orders")
          .with("EventBusName", "orders")
          .with("PackageAndShipQueue", "https://sqs.us-east-1.amazonaws.com/123456789012/ship")
          .in(env);

  @BeforeEach
  void everything_works() {
    shipping.mock("Get Customer Status").returnsPayload(Map.of("status", "good")).lenient();
    shipping.mock("Reserve Product").returnsPayload(RESERVED).lenient();
    shipping.mockService("sns").capturedBy(env.outbox()).lenient();
    shipping.mockService("sqs").capturedBy(env.outbox()).lenient();
    shipping.mockService("events").capturedBy(env.outbox()).lenient();
  }

  @AfterEach
  void every_mock_was_used() {
    env.verifyMocksUsed();
  }

  @Test
  void the_warehouse_gets_the_order_and_its_reservations_and_ships_it() {
    RunningExecution run = shipping.start(ORDER).runUntilParked();
    SentMessage message = env.outbox().sent("sqs").get(0);
    assertThat(message.messageAt("$.order_detail.order_id").orElseThrow().asText())
        .isEqualTo("o-7");
    assertThat(message.messageAt("$.reservations").orElseThrow()).hasSize(2);

    run.advance(ofHours(2));
    run.token(message.messageAt("$.token").orElseThrow().asText()).succeed(Map.of("parcel", 9));

    assertThat(run.finish())
        .isSucceeded()
        .hasOutput(Map.of("parcel", 9))
        .state("Get Customer Status", ask -> ask.hasTaskInputAt("$.Payload.customer_id", "c-1"))
        .hasCallInputsAt("Reserve Product", "$.Payload.product_id", "p-1", "p-2")
        .hasDuration(ofHours(2));
    assertThat(events()).containsExactly("OrderShippingProductsReserved", "ShippingSuccessful");
    assertThat(env.outbox().sent("sns"))
        .singleElement()
        .satisfies(
            sent ->
                assertThat(sent.messageAt("$.detail.order_id").orElseThrow().asText())
                    .isEqualTo("o-7"));
  }

  @Test
  void a_product_that_is_out_of_stock_is_asked_for_every_ten_seconds() {
    shipping
        .mock("Reserve Products[1]/Reserve Product")
        .returnsPayload(UNAVAILABLE)
        .times(3)
        .thenReturnsPayload(RESERVED);
    shipping.mock(SHIP).isCalledBackAfter(ofMinutes(5)).with(Map.of());

    RunningExecution started = shipping.start(ORDER);
    Execution run = started.finish();

    assertThat(run)
        .isSucceeded()
        .visited("Reserve Products[0]/Reserve Product", 1)
        .visited("Reserve Products[1]/Reserve Product", 4)
        .visited("Wait for availability", 3)
        .state("Reserve Products", all -> all.hasDuration(ofSeconds(30)));
    assertThat(env.outbox().sent("events").subList(0, 3))
        .allSatisfy(
            event -> {
              assertThat(event.requestAt("$.DetailType").orElseThrow().asText())
                  .isEqualTo("OrderShippingDelayed");
              assertThat(event.messageAt("$.order_id").orElseThrow().asText()).isEqualTo("o-7");
              assertThat(event.messageAt("$.product_id").orElseThrow().asText()).isEqualTo("p-2");
              assertThat(event.messageAt("$.workflow_id").orElseThrow().asText())
                  .isEqualTo(started.arn());
            })
        .extracting(SentMessage::at)
        .containsExactly(
            run.startedAt(), run.startedAt().plusSeconds(10), run.startedAt().plusSeconds(20));
  }

  @Test
  void a_warehouse_that_fails_is_told_to_the_shop() {
    shipping.mock(SHIP).isCalledBackAfter(ofHours(1)).failingWith("Parcel.Lost", "it fell");

    Execution run = shipping.run(ORDER);

    assertThat(run)
        .isFailed()
        .hasError("order_shipping_failed")
        .state(SHIP, ship -> ship.wasCaught("Parcel.Lost"));
    assertThat(events()).containsExactly("OrderShippingProductsReserved", "OrderShippingFailed");
    assertThat(env.outbox().sent("events").get(1).messageAt("$.error_details.Cause"))
        .hasValueSatisfying(cause -> assertThat(cause.asText()).isEqualTo("it fell"));
  }

  @Test
  void a_warehouse_that_is_silent_for_three_hours_fails_the_order_and_nobody_hears_of_it() {
    RunningExecution run = shipping.start(ORDER).runUntilParked();

    run.advance(ofHours(4));

    assertThat(run.snapshot())
        .isFailed()
        .hasError("States.Timeout")
        .neverVisited("Notify Packaging and Shipping Failed")
        .state(SHIP, ship -> ship.wasNotCaught())
        .hasDuration(ofHours(3));
    assertThat(events()).containsExactly("OrderShippingProductsReserved");
  }

  @Test
  void a_fraudulent_customer_gets_nothing() {
    shipping.mock("Get Customer Status").returnsPayload(Map.of("status", "fraudulent"));

    assertThat(shipping.run(ORDER))
        .isFailed()
        .hasError("order_shipping_failed")
        .hasCalls("Reserve Product", 0);
    assertThat(events()).containsExactly("OrderShippingFailed");
    assertThat(env.outbox().sent("sns")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"detail\": {\"products\": []}, \"detail-type\": \"OrderCreated\"}",
        "{\"detail\": {\"products\": [1]}, \"detail-type\": \"OrderDeleted\"}",
        "{\"detail\": {\"products\": [1]}}",
        "{}"
      })
  void what_is_no_new_order_is_refused(String input) {
    assertThat(shipping.run(input))
        .isFailed()
        .hasError("order_shipping_failed")
        .hasPath("Validate Input", "Notify Invalid Input", "Order Shipping Failed");
    assertThat(env.outbox().sent("events"))
        .singleElement()
        .satisfies(
            event ->
                assertThat(event.messageAt("$.error_message").orElseThrow().asText())
                    .isEqualTo("InvalidInput"));
  }

  @Test
  void the_customers_status_is_asked_for_by_two_retriers() {
    shipping
        .mock("Get Customer Status")
        .fails("Lambda.ServiceException")
        .thenFails("Status.Unknown")
        .thenFails("Status.Unknown")
        .thenFails("Lambda.ServiceException")
        .thenReturnsPayload(Map.of("status", "good"));
    shipping.mock(SHIP).isCalledBackAfter(ofMinutes(5)).with(Map.of());

    assertThat(shipping.run(ORDER))
        .isSucceeded()
        .state(
            "Get Customer Status",
            ask ->
                ask.hasAttempts(5)
                    .hasRetryDelays(ofSeconds(2), ofSeconds(1), ofSeconds(1), ofSeconds(4)));
  }

  @Test
  void a_product_that_never_comes_ends_the_execution_at_the_limit_of_its_history() {
    shipping.mock("Reserve Product").returnsPayload(UNAVAILABLE);

    Execution run = shipping.run(ORDER);

    assertThat(run).isFailed().hasError("States.Runtime").hasCalls("Notify Products Reserved", 0);
    assertThat(run.events()).hasSize(25_000);
  }

  private List<String> events() {
    return env.outbox().sent("events").stream()
        .map(event -> event.requestAt("$.DetailType").orElseThrow().asText())
        .toList();
  }
}
