package io.stepunit.internal.table;

import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.ItemKey;
import io.stepunit.internal.table.value.KeyAttribute;
import io.stepunit.internal.table.value.KeySchema;
import io.stepunit.internal.table.value.TableException;
import io.stepunit.table.TableIndex;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table: its keys, its indexes and its items. */
final class StoredTable {
  /** The largest item, in bytes. */
  static final int LARGEST_ITEM = 400 * 1024;

  private final String name;
  private final Map<String, DeclaredIndex> indexes = new LinkedHashMap<>();
  private final Rows rows = new Rows();
  private Optional<KeyAttribute> partition = Optional.empty();
  private Optional<KeyAttribute> sort = Optional.empty();
  private Duration time = Duration.ZERO;
  private boolean dropped;

  StoredTable(String name) {
    this.name = name;
  }

  /**
   * The same table with the same items, for another environment.
   *
   * @param clock the virtual time there
   */
  StoredTable copy(Clock clock) {
    StoredTable copy = new StoredTable(name);
    copy.indexes.putAll(indexes);
    copy.partition = partition;
    copy.sort = sort;
    copy.time = time;
    copy.dropped = dropped;
    copy.rows.copyAll(rows, clock);
    return copy;
  }

  String name() {
    return name;
  }

  void partition(KeyAttribute key) {
    requireEmpty(partition, key);
    partition = Optional.of(key);
    dropped = false;
  }

  void sort(KeyAttribute key) {
    requireEmpty(sort, key);
    sort = Optional.of(key);
  }

  private void requireEmpty(Optional<KeyAttribute> present, KeyAttribute wanted) {
    if (!rows.isEmpty() && !present.equals(Optional.of(wanted))) {
      throw new IllegalStateException(
          "The table '%s' has items whose key is %s. Name its keys before its items, or clear() it."
              .formatted(name, shown(keys())));
    }
  }

  private static String shown(KeySchema keys) {
    return String.join(" and ", keys.attributes().map(KeyAttribute::name).toList());
  }

  TableIndex index(String index, boolean isLocal) {
    DeclaredIndex declared =
        indexes.computeIfAbsent(index, name -> new DeclaredIndex(name, isLocal));
    if (declared.isLocal() != isLocal) {
      throw new IllegalStateException(
          "The index '%s' of the table '%s' is a %s one."
              .formatted(index, name, declared.isLocal() ? "local" : "global"));
    }
    return declared;
  }

  /** Whether the test has named the key, without which nothing is known of the table. */
  boolean isDeclared() {
    return partition.isPresent();
  }

  /** Whether the test has deleted the table. */
  boolean isDropped() {
    return dropped;
  }

  void drop() {
    rows.clear();
    dropped = true;
  }

  /** The virtual time that a call takes. */
  Duration time() {
    return time;
  }

  void taking(Duration duration) {
    time = duration;
  }

  /**
   * The key.
   *
   * @throws IllegalStateException if it is not named
   */
  KeySchema keys() {
    return new KeySchema(
        partition.orElseThrow(
            () ->
                new IllegalStateException(
                    "The table '%s' has no key yet. Name it: env.table(\"%s\").key(\"id\")"
                        .formatted(name, name))),
        sort);
  }

  List<Index> indexes() {
    return indexes.values().stream().flatMap(index -> index.in(keys()).stream()).toList();
  }

  /**
   * An index.
   *
   * @throws TableException {@code ValidationException} if there is none of this name
   */
  Index index(String wanted) {
    return indexes().stream()
        .filter(index -> index.name().equals(wanted))
        .findFirst()
        .orElseThrow(
            () -> TableException.invalid("The table does not have the specified index: " + wanted));
  }

  Rows rows() {
    return rows;
  }

  /** The items in the order of the values of their keys. */
  List<Attributes> inOrder() {
    return rows.keys().stream().flatMap(key -> rows.get(key).stream()).toList();
  }

  /**
   * The key under which an item can be stored.
   *
   * @throws TableException {@code ValidationException} if it is too large, or its keys are wrong
   */
  ItemKey keyOf(Attributes item) {
    if (item.itemSize() > LARGEST_ITEM) {
      throw TableException.invalid("Item size has exceeded the maximum allowed size");
    }
    ItemKey key = keys().keyOf(item);
    indexes().forEach(index -> index.requireFit(item));
    return key;
  }
}
