package io.stepunit.internal.model;

/** The jitter of a Retrier's delays. */
public enum JitterStrategy {
  /** The delay as computed. */
  NONE,
  /** A random delay between nothing and the computed one. */
  FULL
}
