package io.stepunit.internal.model;

/** How a Retrier spreads its delays. */
public enum JitterStrategy {
  /** The delay as computed. */
  NONE,
  /** A random delay between nothing and the computed one. */
  FULL
}
