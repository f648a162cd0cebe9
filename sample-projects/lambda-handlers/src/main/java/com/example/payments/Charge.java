package com.example.payments;

/** What ChargeHandler is asked. */
public record Charge(String orderId, String card, long cents) {}
