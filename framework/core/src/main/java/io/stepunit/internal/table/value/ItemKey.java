package io.stepunit.internal.table.value;

import io.stepunit.internal.table.value.AttributeValue.Ordered;
import java.util.Comparator;
import java.util.Optional;

/**
 * The key of an item. The order of keys is the one in which a Scan comes by them: partitions in the
 * order of a hash, and within one the order of the sort keys.
 */
public record ItemKey(Ordered partition, Optional<Ordered> sort) implements Comparable<ItemKey> {
  /** The order of people: by partition key, then by sort key. */
  public static final Comparator<ItemKey> BY_VALUE =
      Comparator.comparing(ItemKey::partition, AttributeValue::compare)
          .thenComparing(ItemKey::compareSort);

  private static final Comparator<ItemKey> BY_HASH =
      Comparator.comparingInt(ItemKey::hash).thenComparing(BY_VALUE);

  @Override
  public int compareTo(ItemKey other) {
    return BY_HASH.compare(this, other);
  }

  /** Keys without a sort key stand before those that have one: where a partition begins. */
  private static int compareSort(ItemKey one, ItemKey other) {
    if (one.sort.isEmpty() || other.sort.isEmpty()) {
      return Boolean.compare(one.sort.isPresent(), other.sort.isPresent());
    }
    return AttributeValue.compare(one.sort.get(), other.sort.get());
  }

  /** The same for equal partition keys, in each run; far apart for similar ones. */
  public int hash() {
    int mixed = ValueWriter.text(partition).hashCode() * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }
}
