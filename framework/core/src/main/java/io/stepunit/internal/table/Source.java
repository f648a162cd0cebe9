package io.stepunit.internal.table;

import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.AttributeValue.Ordered;
import io.stepunit.internal.table.value.ItemKey;
import io.stepunit.internal.table.value.KeyAttribute;
import io.stepunit.internal.table.value.KeySchema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a Query or a Scan reads: a table, or one of its indexes. */
record Source(StoredTable table, Optional<Index> index) {
  KeySchema keys() {
    return index.map(Index::keys).orElseGet(table::keys);
  }

  /** All items, in the order of a Scan. */
  List<Attributes> all() {
    return index.isEmpty() ? table.rows().all() : indexed(table.rows().all().stream());
  }

  /** The items with a value of the partition key, in the order of a Query. */
  List<Attributes> partition(Ordered value) {
    if (index.isEmpty()) {
      return table.rows().partition(value);
    }
    String name = keys().partition().name();
    return indexed(
        table.rows().all().stream()
            .filter(item -> item.get(name).filter(value::equals).isPresent()));
  }

  private List<Attributes> indexed(Stream<Attributes> items) {
    Index entries = index.orElseThrow();
    return items.filter(entries::has).sorted(order()).toList();
  }

  /** The order of items, which a key that has all of {@link #position} has, too. */
  Comparator<Attributes> order() {
    Comparator<Attributes> byTable = Comparator.comparing(item -> key(table.keys(), item));
    return index.isEmpty()
        ? byTable
        : Comparator.<Attributes, ItemKey>comparing(item -> key(keys(), item))
            .thenComparing(byTable);
  }

  private static ItemKey key(KeySchema keys, Attributes item) {
    return new ItemKey(
        ordered(keys.partition(), item), keys.sort().map(sort -> ordered(sort, item)));
  }

  private static Ordered ordered(KeyAttribute key, Attributes item) {
    return (Ordered) item.get(key.name()).orElseThrow();
  }

  /** Where an item stands: its keys of the index and of the table. */
  Attributes position(Attributes item) {
    Map<String, AttributeValue> parts = new TreeMap<>();
    keysOfPosition().forEach(key -> parts.put(key.name(), ordered(key, item)));
    return Attributes.of(parts);
  }

  /** The attributes that tell where an item stands. */
  List<KeyAttribute> keysOfPosition() {
    return Stream.concat(keys().attributes(), table.keys().attributes()).distinct().toList();
  }

  /** What of an item is read. */
  Attributes entryOf(Attributes item) {
    return index.map(entries -> entries.entryOf(item)).orElse(item);
  }
}
