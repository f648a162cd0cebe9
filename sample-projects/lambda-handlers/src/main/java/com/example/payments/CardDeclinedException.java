package com.example.payments;

/** The bank refuses the card: asking again does not help. */
public final class CardDeclinedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CardDeclinedException(String message) {
    super(message);
  }
}
