package io.stepunit.internal.explore;

/** Chooses among the values that make a difference. */
@FunctionalInterface
interface ValueChoice {
  /**
   * The index of the value to take.
   *
   * @param name the field's name
   * @param count how many values there are, at least one
   * @return from 0 to {@code count - 1}
   */
  int of(String name, int count);

  /** The n-th value of each field, starting over after the last. */
  static ValueChoice nth(int n) {
    return (name, count) -> Math.floorMod(n, count);
  }

  /** Values that look chosen at random, the same for the same seed. */
  static ValueChoice scattered(long seed) {
    return (name, count) -> {
      long mixed = (seed * 0x9E3779B97F4A7C15L) ^ (name.hashCode() * 0xC2B2AE3D27D4EB4FL);
      mixed = (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
      return (int) Math.floorMod(mixed ^ (mixed >>> 32), (long) count);
    };
  }
}
