package io.stepunit.internal.explore;

/** What is unusual about data that is made up. */
public enum Twist {
  NONE,
  /** Nothing that comes from one place equals what comes from another. */
  OWN_VALUES,
  /** A Task that is called again answers the same. */
  SAME_ANSWERS,
  /** What may be missing is there, and null. */
  NULLS
}
