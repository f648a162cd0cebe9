package io.stepunit.internal.table;

import io.stepunit.internal.table.value.AttributeValue;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.KeyAttribute;
import io.stepunit.internal.table.value.KeySchema;
import io.stepunit.internal.table.value.TableException;
import io.stepunit.internal.table.value.ValueType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A secondary index.
 *
 * @param isLocal whether it shares the table's partition key
 * @param projected the attributes that it has beside keys; empty if it has all
 */
record Index(
    String name,
    boolean isLocal,
    KeySchema keys,
    KeySchema keysOfTable,
    Optional<Set<String>> projected) {

  /** Whether an item is in the index. */
  boolean has(Attributes item) {
    return keys.attributes()
        .allMatch(
            key -> item.get(key.name()).filter(value -> value.type() == key.type()).isPresent());
  }

  /** What the index has of an item. */
  Attributes entryOf(Attributes item) {
    if (projected.isEmpty()) {
      return item;
    }
    Map<String, AttributeValue> members = new TreeMap<>(item.members());
    members
        .keySet()
        .removeIf(
            name -> !keys.has(name) && !keysOfTable.has(name) && !projected.get().contains(name));
    return Attributes.of(members);
  }

  /**
   * Refuses an item whose attributes the index cannot have as its key.
   *
   * @throws TableException {@code ValidationException}
   */
  void requireFit(Attributes item) {
    keys.attributes().forEach(key -> item.get(key.name()).ifPresent(value -> require(key, value)));
  }

  private void require(KeyAttribute key, AttributeValue value) {
    if (value.type() != key.type()) {
      throw TableException.invalidParameter(
          "Type mismatch for Index Key %s Expected: %s Actual: %s IndexName: %s"
              .formatted(key.name(), key.type(), value.type(), name));
    }
    if (KeyAttribute.isEmpty(value)) {
      throw TableException.invalid(
          "One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty %s value. IndexName: %s, IndexKey: %s"
              .formatted(key.type() == ValueType.S ? "string" : "binary", name, key.name()));
    }
  }
}
