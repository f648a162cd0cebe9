package com.example.orders;

/** What a customer or an approver is told instead of an answer. */
public final class OrderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OrderException(String message, Throwable cause) {
    super(message, cause);
  }
}
