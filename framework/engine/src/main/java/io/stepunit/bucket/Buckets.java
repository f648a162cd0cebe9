package io.stepunit.bucket;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The buckets of one environment. A bucket is there once somebody names it.
 *
 * @since 0.1.0
 */
public final class Buckets {
  private final Clock clock;
  private final Map<String, Bucket> byName = new LinkedHashMap<>();

  /**
   * @param clock tells when objects were put
   */
  public Buckets(Clock clock) {
    this.clock = clock;
  }

  /** The bucket of a name. */
  public Bucket bucket(String name) {
    return byName.computeIfAbsent(name, key -> new Bucket(key, clock));
  }

  /** All buckets named so far. */
  public List<Bucket> all() {
    return List.copyOf(byName.values());
  }
}
