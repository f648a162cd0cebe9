package com.example.orders;

import java.util.List;

/** The saga's input. */
record Order(String orderId, double total, String shippingSlot, List<Line> lines) {
  record Line(String sku, int quantity) {}

  /** Below the limit of 1000 from which a human decides. */
  static final Order SMALL =
      new Order(
          "A-1001",
          42.5,
          "2026-01-05T08:00:00Z",
          List.of(new Line("BOOK-1", 2), new Line("PEN-7", 1)));

  static final Order LARGE =
      new Order("A-1002", 1999, "2026-01-05T08:00:00Z", List.of(new Line("DESK-3", 1)));

  Order shippedAt(String slot) {
    return new Order(orderId, total, slot, lines);
  }
}
