package io.stepunit.internal.engine;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * All randomness of one environment, from one seed. Each use has a stream of its own, so that one
 * more name does not change a jitter.
 */
public final class Randomness {
  private final RandomGenerator expressions;
  private final RandomGenerator jitter;
  private final RandomGenerator names;
  private final RandomGenerator durations;
  private final RandomGenerator routes;

  public Randomness(long seed) {
    SplittableRandom root = new SplittableRandom(seed);
    expressions = root.split();
    jitter = root.split();
    names = root.split();
    durations = root.split();
    routes = root.split();
  }

  /** For intrinsic functions. */
  public RandomGenerator expressions() {
    return expressions;
  }

  /** For Retriers with jitter. */
  public RandomGenerator jitter() {
    return jitter;
  }

  /** For durations given as a range. */
  RandomGenerator durations() {
    return durations;
  }

  /** For the versions that an alias leads to. */
  RandomGenerator routes() {
    return routes;
  }

  /** A name, a token or a request id that AWS would make up. */
  public UUID nextId() {
    long high = (names.nextLong() & ~0xF000L) | 0x4000L;
    long low = (names.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
