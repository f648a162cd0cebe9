package com.example.orders;

import io.stepunit.TestStateMachine;
import java.util.Map;

/** The parties around the saga, as they answer on a good day. */
final class GoodDay {
  static final Map<String, Object> CHARGED = lambda(Map.of("chargeId", "C-77"));
  static final Map<String, Object> DONE = lambda(Map.of());
  static final Map<String, Object> SENT = Map.of("MessageId", "M-1");

  private GoodDay() {}

  /** Mocks all that an order needs which nobody has to approve. */
  static void mocksFor(TestStateMachine saga) {
    saga.mock("ReserveLine")
        .answers(
            call ->
                lambda(
                    Map.of(
                        "sku", call.inputAt("$.Payload.sku"),
                        "reservationId", "R-" + call.inputAt("$.Payload.lineNumber"))));
    saga.mock("ChargePayment").returns(CHARGED);
    saga.mock("CreateShipment").returns(Map.of("trackingNumber", "T-9"));
    saga.mock("TellCustomer").returns(SENT);
    saga.mock("TellWarehouse").returns(SENT);
  }

  /** What {@code lambda:invoke} returns around a function's result. */
  static Map<String, Object> lambda(Map<String, Object> payload) {
    return Map.of("StatusCode", 200, "Payload", payload);
  }
}
