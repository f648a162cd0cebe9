package io.stepunit.internal.layout;

/** Room around a block: above it, and on its other sides. */
record Insets(double top, double others) {}
