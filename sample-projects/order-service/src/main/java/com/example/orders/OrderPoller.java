package com.example.orders;

import java.time.Duration;

/** Waits for the end of orders, for customers who want to be told. */
public final class OrderPoller {
  private static final Duration INTERVAL = Duration.ofSeconds(30);

  private final OrderController orders;
  private final Pause pause;

  /** Pauses between two looks at an order; tests need none. */
  public interface Pause {
    void sleep(Duration duration) throws InterruptedException;
  }

  public OrderPoller(OrderController orders) {
    this(orders, duration -> Thread.sleep(duration.toMillis()));
  }

  public OrderPoller(OrderController orders, Pause pause) {
    this.orders = orders;
    this.pause = pause;
  }

  /** Returns how an order ended. */
  public OrderStatus await(String orderId) throws InterruptedException {
    OrderStatus status = orders.status(orderId);
    while (status.isOpen()) {
      pause.sleep(INTERVAL);
      status = orders.status(orderId);
    }
    return status;
  }
}
