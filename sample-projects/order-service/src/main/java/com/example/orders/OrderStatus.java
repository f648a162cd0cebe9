package com.example.orders;

/**
 * How an order stands.
 *
 * @param detail the parcel of a shipped order, what went wrong with a rejected one, else ""
 */
public record OrderStatus(Phase phase, String detail) {
  /** Where an order is in its life. */
  public enum Phase {
    OPEN,
    SHIPPED,
    REJECTED,
    CANCELLED
  }

  public boolean isOpen() {
    return phase == Phase.OPEN;
  }
}
