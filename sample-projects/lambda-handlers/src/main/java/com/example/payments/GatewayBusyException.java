package com.example.payments;

/** The gateway takes no charges for the moment. */
public final class GatewayBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public GatewayBusyException(String message) {
    super(message);
  }
}
