package io.stepunit.internal.table;

import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.AttributeValue.Ordered;
import io.stepunit.internal.table.value.ItemKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The items of one table by their keys. Those whose time to live is over are not there. */
final class Rows {
  private final NavigableMap<ItemKey, Attributes> items = new TreeMap<>();
  private Optional<TimeToLive> timeToLive = Optional.empty();

  void expireBy(TimeToLive time) {
    timeToLive = Optional.of(time);
  }

  /**
   * Puts in what others have.
   *
   * @param clock by which they expire from now on
   */
  void copyAll(Rows others, Clock clock) {
    items.putAll(others.items);
    timeToLive = others.timeToLive.map(time -> time.by(clock));
  }

  Optional<Attributes> get(ItemKey key) {
    return Optional.ofNullable(items.get(key)).filter(this::isLive);
  }

  void put(ItemKey key, Attributes item) {
    items.put(key, item);
  }

  void remove(ItemKey key) {
    items.remove(key);
  }

  void clear() {
    items.clear();
  }

  boolean isEmpty() {
    return items.isEmpty();
  }

  /** All items, as a Scan comes by them. */
  List<Attributes> all() {
    deleteExpired();
    return List.copyOf(items.values());
  }

  /** All keys, in the order of their values. */
  List<ItemKey> keys() {
    deleteExpired();
    return items.keySet().stream().sorted(ItemKey.BY_VALUE).toList();
  }

  /** The items of a partition, in the order of their sort keys. */
  List<Attributes> partition(Ordered partition) {
    List<Attributes> found = new ArrayList<>();
    items.tailMap(new ItemKey(partition, Optional.empty())).entrySet().stream()
        .takeWhile(row -> row.getKey().partition().equals(partition))
        .filter(row -> isLive(row.getValue()))
        .forEach(row -> found.add(row.getValue()));
    return found;
  }

  private void deleteExpired() {
    if (timeToLive.isPresent()) {
      items.values().removeIf(item -> !isLive(item));
    }
  }

  private boolean isLive(Attributes item) {
    return timeToLive.isEmpty() || !timeToLive.get().isOver(item);
  }
}
