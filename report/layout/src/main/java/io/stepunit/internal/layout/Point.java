package io.stepunit.internal.layout;

/**
 * A place on the plane, in pixels from the upper left corner.
 *
 * @param x to the right
 * @param y down
 */
public record Point(double x, double y) {}
