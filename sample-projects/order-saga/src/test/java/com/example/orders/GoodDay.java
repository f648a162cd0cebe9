package com.example.orders;

import io.stepunit.TestStateMachine;
import java.util.Map;

/** The parties around the saga, as they answer on a good day. */
final class GoodDay {
  static final Map<String, Object> CHARGED = Map.of("chargeId", "C-77");
  static final Map<String, Object> DONE = Map.of();
  static final Map<String, Object> YES = Map.of("approved", true, "by", "Kim");
  static final Map<String, Object> SENT = Map.of("MessageId", "M-1");

  private GoodDay() {}

  /** Mocks all that an order needs which nobody has to approve. */
  static void mocksFor(TestStateMachine saga) {
    reserves(saga);
    charges(saga);
    ships(saga);
  }

  static void reserves(TestStateMachine saga) {
    saga.mock("ReserveLine")
        .answers(
            call ->
                Map.of(
                    "Payload",
                    Map.of(
                        "sku",
                        call.inputAt("$.Payload.sku"),
                        "reservationId",
                        "R-" + call.inputAt("$.Payload.lineNumber"))));
  }

  static void charges(TestStateMachine saga) {
    saga.mock("ChargePayment").returnsPayload(CHARGED);
  }

  static void ships(TestStateMachine saga) {
    saga.mock("CreateShipment").returns(Map.of("trackingNumber", "T-9"));
    saga.mock("TellCustomer").returns(SENT);
    saga.mock("TellWarehouse").returns(SENT);
  }
}
