package com.example.payments;

/** What ChargeHandler answers. */
public record Charged(String transaction) {}
