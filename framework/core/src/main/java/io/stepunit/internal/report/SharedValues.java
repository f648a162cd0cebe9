package io.stepunit.internal.report;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What tests share that run many times in one JVM, as those do that try mutants: what they load and
 * look up is the same each time.
 */
public final class SharedValues {
  private final Map<Object, Object> values = new ConcurrentHashMap<>();

  /** The value of a key, which the first who asks makes. It must not be changed. */
  public <V> V once(Object key, Class<V> type, Supplier<V> make) {
    Object known = values.get(key);
    if (known == null) {
      // Outside the map's own computing: what is made may ask for other values.
      V made = make.get();
      Object other = values.putIfAbsent(key, made);
      return other == null ? made : type.cast(other);
    }
    return type.cast(known);
  }

  /** The value of a key, if somebody has made it. */
  public <V> Optional<V> find(Object key, Class<V> type) {
    return Optional.ofNullable(values.get(key)).map(type::cast);
  }
}
