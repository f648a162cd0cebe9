package com.example.orders;

/** What a customer orders. */
public record Order(String id, String item, int euros) {}
