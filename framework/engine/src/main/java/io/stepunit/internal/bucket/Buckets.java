package io.stepunit.internal.bucket;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The buckets of one environment. A bucket is there once somebody names it. */
public final class Buckets {
  private final Clock clock;
  private final Map<String, MemoryBucket> byName = new LinkedHashMap<>();

  /**
   * @param clock tells when objects were put
   */
  public Buckets(Clock clock) {
    this.clock = clock;
  }

  /** The bucket of a name. */
  public MemoryBucket bucket(String name) {
    return byName.computeIfAbsent(name, key -> new MemoryBucket(key, clock));
  }

  /** Puts in what others have, and refuses what they refuse. */
  public void copyAll(Buckets others) {
    for (MemoryBucket other : others.all()) {
      MemoryBucket mine = bucket(other.name());
      other.objects().forEach(object -> mine.put(object.key(), object.bytes()));
      if (other.isAccessDenied()) {
        mine.deniesAccess();
      }
    }
  }

  /** All buckets named so far. */
  public List<MemoryBucket> all() {
    return List.copyOf(byName.values());
  }
}
