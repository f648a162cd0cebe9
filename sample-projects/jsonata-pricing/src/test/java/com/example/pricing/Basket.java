package com.example.pricing;

import java.util.Collections;
import java.util.List;

/** The machine's input. */
record Basket(String customerId, List<Line> lines) {
  record Line(String sku, int quantity) {}

  static Basket of(Line... lines) {
    return new Basket("C-7", List.of(lines));
  }

  /** One pen in each of so many lines. */
  static Basket pens(int lines) {
    return new Basket("C-7", Collections.nCopies(lines, line("PEN-7", 1)));
  }

  static Line line(String sku, int quantity) {
    return new Line(sku, quantity);
  }
}
