package io.stepunit.internal.explore;

import java.util.Map;

/**
 * Which of the values that make a difference are taken.
 *
 * @param base the value of each field, by its number; they start over after the last
 * @param picks the values of some fields, by their names
 * @param seed where it is not 0, the values of the other fields look chosen at random
 * @param lists whether whole inputs and payloads are arrays
 * @param length how many items arrays have
 * @param twist what is unusual
 */
public record Variation(
    int base, Map<String, Integer> picks, long seed, boolean lists, int length, Twist twist) {
  /** The values of a number. */
  public static Variation nth(int n) {
    return new Variation(n, Map.of(), 0, false, Sample.ITEMS, Twist.NONE);
  }

  /** Values that look chosen at random, the same for the same seed. */
  public static Variation scattered(long seed) {
    return new Variation(0, Map.of(), seed, false, Sample.ITEMS, Twist.NONE);
  }

  /** Some fields have a value of their own. */
  public static Variation picking(Map<String, Integer> picks) {
    return new Variation(0, Map.copyOf(picks), 0, false, Sample.ITEMS, Twist.NONE);
  }

  /** The same with arrays as whole inputs and payloads. */
  public Variation ofLists() {
    return new Variation(base, picks, seed, true, length, twist);
  }

  /** The same with arrays of another length. */
  public Variation withLength(int items) {
    return new Variation(base, picks, seed, lists, items, twist);
  }

  /** The same with something unusual. */
  public Variation with(Twist unusual) {
    return new Variation(base, picks, seed, lists, length, unusual);
  }

  /** How the n-th answer of a Task chooses, from 1: each goes on from the one before. */
  ValueChoice choice(int invocation) {
    int step = twist == Twist.SAME_ANSWERS ? 0 : invocation - 1;
    ValueChoice others =
        seed == 0 ? ValueChoice.nth(base + step) : ValueChoice.scattered(seed + 1_000L * step);
    return (name, count) -> {
      Integer pick = picks.get(name);
      return pick == null ? others.of(name, count) : Math.floorMod(pick + step, count);
    };
  }
}
