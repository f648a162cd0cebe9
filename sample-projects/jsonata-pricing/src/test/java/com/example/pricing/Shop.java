package com.example.pricing;

import io.stepunit.TestStateMachine;
import java.util.Map;

/** The services around the machine: customers, the price table, the queue for quotes. */
final class Shop {
  private static final Map<String, String> PRICES = Map.of("BOOK-1", "12.50", "PEN-7", "0.99");

  /** A price as the table holds it. */
  static final Map<String, Object> PEN = item("PEN-7");

  private Shop() {}

  private static Map<String, Object> item(String sku) {
    return Map.of("Item", Map.of("unitPrice", Map.of("N", PRICES.get(sku))));
  }

  /** The table answers each line with the price of its SKU. */
  static void isOpen(TestStateMachine pricing) {
    pricing.mock("LookUpPrice").answers(call -> item(call.inputAt("$.Key.sku.S").asText()));
    pricing.mock("PublishQuote").returns(Map.of("MessageId", "m-1"));
  }

  static void knowsTheCustomerAs(TestStateMachine pricing, String tier, int creditLimit) {
    pricing.mock("LookUpCustomer").returnsPayload(Map.of("tier", tier, "creditLimit", creditLimit));
  }
}
