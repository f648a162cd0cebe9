package com.example.payments;

/** The bank's side. */
public interface PaymentGateway {
  /**
   * Charges a card.
   *
   * @return the number of the transaction
   */
  String charge(String card, long cents);
}
